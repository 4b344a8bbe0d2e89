-- Calls to a phone always go to where its registration came from; what is kept is whether a proxy stands between.

alter table telephony.phone_bindings rename column over_flow to direct;
comment on column telephony.phone_bindings.direct is 'whether no proxy stands between the phone and us';
