-- The reseller that brought an enterprise in: it takes in applications for this one, and for no other's.
alter table identity.tenants add column introduced_by uuid references identity.tenants;
create index tenants_introduced_by on identity.tenants (introduced_by, tenant) where introduced_by is not null;
