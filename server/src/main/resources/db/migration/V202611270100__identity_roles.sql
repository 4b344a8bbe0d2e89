alter table identity.tenants
    add column kind text not null default 'enterprise' check (kind in ('operator', 'enterprise', 'reseller'));
update identity.tenants set kind = 'operator' where tenant = '00000000-0000-0000-0000-000000000000';

alter table identity.roles drop constraint roles_role_check;
alter table identity.roles add constraint roles_role_check check (role in (
    'operator', 'reviewer', 'finance-officer', 'support',
    'owner', 'admin', 'finance', 'supervisor', 'agent', 'viewer',
    'reseller'));
