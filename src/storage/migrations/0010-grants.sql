-- Who may do what, and where. The roles the hub ships come from its code; only people's own roles are kept here.

create table roles (
  code        text primary key check (code ~ '^[a-z][a-z0-9-]{0,39}$'),
  names       json not null,
  permissions text[] not null,
  -- The role it was copied from: what holds for that one by duty holds for its copies.
  based_on    text,
  changed_at  timestamptz not null default now()
);

create table grants (
  grant_id       bigint generated always as identity primary key,
  principal_kind text not null check (principal_kind in ('person', 'client')),
  principal_id   text not null,
  role           text not null,
  -- Null: all of them. A list that is empty would grant nothing and look as if it did.
  books          text[] check (cardinality(books) > 0),
  departments    text[] check (cardinality(departments) > 0),
  kinds          text[] check (cardinality(kinds) > 0),
  field_rules    json not null default '[]',
  -- 'given' by a person, or kept in step by something else: 'sign-on:ldap' follows the groups of that directory.
  origin         text not null default 'given',
  granted_by     text not null,
  granted_at     timestamptz not null default now()
);
create index grants_principal on grants (principal_kind, principal_id);
create index grants_role on grants (role);

-- Settings of access itself, one row each: `duties`.
create table access_settings (
  name  text primary key,
  value json not null
);

-- Whoever remembers what somebody may do hears of every change, in every process, however it was made.
create function tell_access_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('access_changed', '');
  return null;
end $$;
create trigger told after insert or update or delete or truncate on grants
  for each statement execute function tell_access_changed();
create trigger told after insert or update or delete or truncate on roles
  for each statement execute function tell_access_changed();

-- What a principal sees, as queries ask it: a list of {books, kinds, departments}, each a list of codes or null for all.
-- Null instead of the list: everything. What has no kind or no department is shown to nobody who is limited by it.
create function within_reach(reach jsonb, book text, kinds text[], departments text[]) returns boolean
language sql immutable parallel safe as $$
  select reach is null or exists (
    select from jsonb_array_elements(reach) as l
     where (l->'books' = 'null' or l->'books' ? book)
       and (l->'kinds' = 'null' or (cardinality(kinds) > 0 and l->'kinds' @> to_jsonb(kinds)))
       and (l->'departments' = 'null'
            or (cardinality(departments) > 0 and l->'departments' @> to_jsonb(departments))))
$$;

create function voucher_departments(book int, voucher bigint) returns text[]
language sql stable parallel safe as $$
  select coalesce(array_agg(distinct named.code), '{}')
    from voucher_lines l
    join dimension_sets s on s.book_id = l.book_id and s.set_id = l.set_id
   cross join lateral (values (s.dimensions->>'department'), (s.dimensions->>'dept')) as named (code)
   where l.book_id = book and l.voucher_id = voucher and named.code is not null
$$;

create function document_departments(body json) returns text[]
language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct named.code), '{}')
    from (select body->'fields' as fields
          union all select json_array_elements(body->'lines')) as part
   cross join lateral (values (part.fields->>'department'), (part.fields->>'dept')) as named (code)
   where named.code is not null
$$;

-- Who sees a flow is asked with every request, so what it makes and whom it talks to stands beside it: of every version that
-- was ever published; before that, of every version.
alter table flows
  add column made_kinds  text[] not null default '{}',
  -- Codes of the connections it sends to and writes back to.
  add column sends_to    text[] not null default '{}';

create function gather_flow_facts(flow int) returns void language sql as $$
  with living as (
    select definition from flow_versions v
     where v.flow_id = flow and (v.published_at is not null or not exists (
       select from flow_versions p where p.flow_id = flow and p.published_at is not null)))
  update flows set
    made_kinds = array(select distinct j #>> '{}' from living, jsonb_path_query(definition, '$.documents[*].kind') j),
    sends_to = array(select distinct j #>> '{}' from living, jsonb_path_query(definition, '$.*[*].connection') j)
   where flow_id = flow
$$;

create function gather_flow_facts_of_version() returns trigger language plpgsql as $$
begin
  perform gather_flow_facts(new.flow_id);
  return null;
end $$;
create trigger gather_facts after insert or update on flow_versions
  for each row execute function gather_flow_facts_of_version();
select gather_flow_facts(flow_id) from flows;
