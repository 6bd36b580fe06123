package dev.gatehouse.migrations.engine;

/// What is asked of PostgreSQL's catalogs, all of it about the current schema. `of_table` is the table that a row
/// tells about. What an extension brought along is the extension's.
final class PostgresCatalogSql {
    private PostgresCatalogSql() {}

    /// `oddity` says why a relation is no plain table.
    static final String RELATIONS = """
            select c.relname as of_table,
                   case when c.relkind = 'p' then 'it is partitioned'
                        when c.relkind = 'f' then 'it is a foreign table'
                        when c.relispartition or exists (select from pg_inherits i where i.inhrelid = c.oid)
                            then 'it inherits from another table'
                        when c.relpersistence <> 'p' then 'it is not logged'
                        when c.relrowsecurity then 'it has row security' end as oddity
            from pg_class c
            where c.relnamespace = quote_ident(current_schema())::regnamespace and c.relkind in ('r', 'p', 'f')
              and not exists (select from pg_depend d
                              where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
            order by c.relname""";

    static final String COLUMNS = """
            select c.relname as of_table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
                   a.attnotnull as is_not_null, pg_get_expr(d.adbin, d.adrelid) as defaults_to,
                   case when a.attgenerated <> '' then 'it is generated'
                        when a.attidentity <> '' then 'it is an identity'
                        when d.oid is not null and exists (select from pg_depend s
                                join pg_class q on q.oid = s.objid and q.relkind = 'S'
                                where s.classid = 'pg_class'::regclass and s.refclassid = 'pg_class'::regclass
                                  and s.refobjid = c.oid and s.refobjsubid = a.attnum and s.deptype = 'a')
                            then 'it counts by a sequence'
                        when a.attcollation <> 0 and l.collname <> 'C'
                            then 'its collation is ' || l.collname || ', not C' end as oddity
            from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
            left join pg_collation l on l.oid = a.attcollation
            where c.relnamespace = quote_ident(current_schema())::regnamespace and c.relkind = 'r'
            order by c.relname, a.attnum""";

    /// `expected` is the definition that a constraint has if our shape holds all of it. The constraints that
    /// stand for `not null` are left out: the column says so itself.
    static final String CONSTRAINTS = """
            select c.relname as of_table, o.conname as name, o.contype as kind, o.confdeltype as on_delete,
                   f.relname as target, pg_get_expr(o.conbin, o.conrelid) as expression,
                   own.names as columns, other.names as referenced,
                   pg_get_constraintdef(o.oid) as definition,
                   case o.contype
                       when 'p' then 'PRIMARY KEY (' || own.quoted || ')'
                       when 'u' then 'UNIQUE (' || own.quoted || ')'
                       when 'c' then 'CHECK (' || pg_get_expr(o.conbin, o.conrelid) || ')'
                       when 'f' then 'FOREIGN KEY (' || own.quoted || ') REFERENCES ' || quote_ident(f.relname)
                            || '(' || other.quoted || ')'
                            || case o.confdeltype when 'r' then ' ON DELETE RESTRICT' when 'c' then ' ON DELETE CASCADE'
                                                  when 'n' then ' ON DELETE SET NULL' else '' end
                       end as expected
            from pg_constraint o
            join pg_class c on c.oid = o.conrelid and c.relkind = 'r'
            left join pg_class f on f.oid = o.confrelid
            left join lateral (select array_agg(a.attname::text order by k.at) as names,
                                      string_agg(quote_ident(a.attname), ', ' order by k.at) as quoted
                               from unnest(o.conkey) with ordinality k(num, at)
                               join pg_attribute a on a.attrelid = o.conrelid and a.attnum = k.num) own on true
            left join lateral (select array_agg(a.attname::text order by k.at) as names,
                                      string_agg(quote_ident(a.attname), ', ' order by k.at) as quoted
                               from unnest(o.confkey) with ordinality k(num, at)
                               join pg_attribute a on a.attrelid = o.confrelid and a.attnum = k.num) other on true
            where c.relnamespace = quote_ident(current_schema())::regnamespace and o.contype in ('p', 'u', 'c', 'f', 'x')
            order by c.relname, o.contype, o.conname""";

    /// `expected` is the definition that an index has if our shape holds all of it: a B-tree over columns.
    static final String INDEXES = """
            select t.relname as of_table, c.relname as name, i.indisunique as is_unique,
                   pg_get_expr(i.indpred, i.indrelid) as predicate, parts.names as columns, parts.descending,
                   pg_get_indexdef(i.indexrelid) as definition,
                   'CREATE ' || case when i.indisunique then 'UNIQUE ' else '' end || 'INDEX ' || quote_ident(c.relname)
                       || ' ON ' || quote_ident(n.nspname) || '.' || quote_ident(t.relname)
                       || ' USING btree (' || parts.quoted || ')'
                       || coalesce(' WHERE ' || pg_get_expr(i.indpred, i.indrelid), '')
                       || case when i.indisvalid then '' else ' INVALID' end as expected
            from pg_index i
            join pg_class c on c.oid = i.indexrelid
            join pg_class t on t.oid = i.indrelid and t.relkind = 'r'
            join pg_namespace n on n.oid = t.relnamespace
            join lateral (select array_agg(coalesce(a.attname::text, '') order by k.at) as names,
                                 array_agg(o.bits & 1 = 1 order by k.at) as descending,
                                 string_agg(coalesce(quote_ident(a.attname), '')
                                            || case when o.bits & 1 = 1 then ' DESC' else '' end, ', ' order by k.at)
                                     as quoted
                          from unnest(i.indkey::int2[]) with ordinality k(num, at)
                          left join unnest(i.indoption::int2[]) with ordinality o(bits, at) on o.at = k.at
                          left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.num) parts on true
            where t.relnamespace = quote_ident(current_schema())::regnamespace
              and not exists (select from pg_constraint o where o.conindid = i.indexrelid and o.contype in ('p', 'u', 'x'))
            order by t.relname, c.relname""";

    /// What stands beside tables: it is named and left alone.
    static final String BESIDES = """
            select case c.relkind when 'v' then 'view' when 'm' then 'materialized view' else 'sequence' end as kind,
                   c.relname as name, '' as of_table, 'it is left alone' as why
            from pg_class c
            where c.relnamespace = quote_ident(current_schema())::regnamespace and c.relkind in ('v', 'm', 'S')
              and not exists (select from pg_depend d
                              where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('e', 'a', 'i'))
            union all
            select 'trigger', g.tgname, c.relname, 'triggers are left alone'
            from pg_trigger g join pg_class c on c.oid = g.tgrelid
            where c.relnamespace = quote_ident(current_schema())::regnamespace and not g.tgisinternal
            union all
            select 'rule', r.rulename, c.relname, 'rules are left alone'
            from pg_rewrite r join pg_class c on c.oid = r.ev_class
            where c.relnamespace = quote_ident(current_schema())::regnamespace and r.rulename <> '_RETURN'
            union all
            select 'policy', p.polname, c.relname, 'policies are left alone'
            from pg_policy p join pg_class c on c.oid = p.polrelid
            where c.relnamespace = quote_ident(current_schema())::regnamespace
            union all
            select 'statistics', s.stxname, c.relname, 'extended statistics are left alone'
            from pg_statistic_ext s join pg_class c on c.oid = s.stxrelid
            where c.relnamespace = quote_ident(current_schema())::regnamespace
            union all
            select 'comment', coalesce(a.attname, c.relname), c.relname, 'comments are left alone'
            from pg_description m
            join pg_class c on c.oid = m.objoid and m.classoid = 'pg_class'::regclass and c.relkind = 'r'
            left join pg_attribute a on a.attrelid = c.oid and a.attnum = m.objsubid and m.objsubid > 0
            where c.relnamespace = quote_ident(current_schema())::regnamespace
            union all
            select 'type', t.typname, '', 'types are left alone'
            from pg_type t
            where t.typnamespace = quote_ident(current_schema())::regnamespace and t.typtype in ('e', 'd', 'r')
              and not exists (select from pg_depend d
                              where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
            order by 1, 2""";
}
