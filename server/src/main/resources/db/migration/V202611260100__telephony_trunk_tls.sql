-- A trunk may be reached over TLS.

alter table telephony.trunks drop constraint trunks_transport_check;
alter table telephony.trunks add constraint trunks_transport_check check (transport in ('udp', 'tcp', 'tls'));
