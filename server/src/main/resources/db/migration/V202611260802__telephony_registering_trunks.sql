-- Trunks over TLS, trunks whose servers the name service tells (port 0), trunks that register with their carrier.

alter table telephony.trunks drop constraint trunks_transport_check;
alter table telephony.trunks add constraint trunks_transport_check check (transport in ('udp', 'tcp', 'tls'));

alter table telephony.trunks drop constraint trunks_outbound_port_check;
alter table telephony.trunks add constraint trunks_outbound_port_check check (outbound_port between 0 and 65535);

alter table telephony.trunks
    add column register_user      text,      -- whom we register; null: not at all
    add column registrar_host     text,      -- null: where calls go to
    add column registrar_port     integer check (registrar_port between 0 and 65535),
    add column register_seconds   integer check (register_seconds between 60 and 86400),
    add column from_account       boolean not null default false,  -- From of calls out carries the account
    add constraint trunks_registrar check ((registrar_host is null) = (registrar_port is null)),
    add constraint trunks_register check ((register_user is null) = (register_seconds is null)),
    add constraint trunks_register_account check (register_user is null or outbound_user is not null);
