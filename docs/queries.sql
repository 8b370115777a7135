-- workspace: by createdAt
select … from workspace t where (t.workspace_id = $1 and t.removed_at is null) order by t.created_at asc, t.id asc limit 51;

-- workspace: by createdAt, on from a row
select … from workspace t where (t.workspace_id = $1 and t.removed_at is null and (t.created_at, t.id) > ($2::timestamptz, $3::uuid)) order by t.created_at asc, t.id asc limit 51;

-- workspace: by -createdAt
select … from workspace t where (t.workspace_id = $1 and t.removed_at is null) order by t.created_at desc, t.id desc limit 51;

-- workspace: by -createdAt, on from a row
select … from workspace t where (t.workspace_id = $1 and t.removed_at is null and (t.created_at, t.id) < ($2::timestamptz, $3::uuid)) order by t.created_at desc, t.id desc limit 51;

-- workspace: by updatedAt
select … from workspace t where (t.workspace_id = $1 and t.removed_at is null) order by t.updated_at asc, t.id asc limit 51;

-- workspace: by updatedAt, on from a row
select … from workspace t where (t.workspace_id = $1 and t.removed_at is null and (t.updated_at, t.id) > ($2::timestamptz, $3::uuid)) order by t.updated_at asc, t.id asc limit 51;

-- workspace: by -updatedAt
select … from workspace t where (t.workspace_id = $1 and t.removed_at is null) order by t.updated_at desc, t.id desc limit 51;

-- workspace: by -updatedAt, on from a row
select … from workspace t where (t.workspace_id = $1 and t.removed_at is null and (t.updated_at, t.id) < ($2::timestamptz, $3::uuid)) order by t.updated_at desc, t.id desc limit 51;

-- workspace: by name
select … from workspace t where (t.workspace_id = $1 and t.removed_at is null) order by t.name asc, t.id asc limit 51;

-- workspace: by name, on from a row
select … from workspace t where (t.workspace_id = $1 and t.removed_at is null and (t.name, t.id) > ($2::text, $3::uuid)) order by t.name asc, t.id asc limit 51;

-- workspace: by -name
select … from workspace t where (t.workspace_id = $1 and t.removed_at is null) order by t.name desc, t.id desc limit 51;

-- workspace: by -name, on from a row
select … from workspace t where (t.workspace_id = $1 and t.removed_at is null and (t.name, t.id) < ($2::text, $3::uuid)) order by t.name desc, t.id desc limit 51;

-- product: by createdAt
select … from product t where (t.workspace_id = $1 and t.removed_at is null) order by t.created_at asc, t.id asc limit 51;

-- product: by createdAt, on from a row
select … from product t where (t.workspace_id = $1 and t.removed_at is null and (t.created_at, t.id) > ($2::timestamptz, $3::uuid)) order by t.created_at asc, t.id asc limit 51;

-- product: by -createdAt
select … from product t where (t.workspace_id = $1 and t.removed_at is null) order by t.created_at desc, t.id desc limit 51;

-- product: by -createdAt, on from a row
select … from product t where (t.workspace_id = $1 and t.removed_at is null and (t.created_at, t.id) < ($2::timestamptz, $3::uuid)) order by t.created_at desc, t.id desc limit 51;

-- product: by updatedAt
select … from product t where (t.workspace_id = $1 and t.removed_at is null) order by t.updated_at asc, t.id asc limit 51;

-- product: by updatedAt, on from a row
select … from product t where (t.workspace_id = $1 and t.removed_at is null and (t.updated_at, t.id) > ($2::timestamptz, $3::uuid)) order by t.updated_at asc, t.id asc limit 51;

-- product: by -updatedAt
select … from product t where (t.workspace_id = $1 and t.removed_at is null) order by t.updated_at desc, t.id desc limit 51;

-- product: by -updatedAt, on from a row
select … from product t where (t.workspace_id = $1 and t.removed_at is null and (t.updated_at, t.id) < ($2::timestamptz, $3::uuid)) order by t.updated_at desc, t.id desc limit 51;

-- product: by name
select … from product t where (t.workspace_id = $1 and t.removed_at is null) order by t.name asc, t.id asc limit 51;

-- product: by name, on from a row
select … from product t where (t.workspace_id = $1 and t.removed_at is null and (t.name, t.id) > ($2::text, $3::uuid)) order by t.name asc, t.id asc limit 51;

-- product: by -name
select … from product t where (t.workspace_id = $1 and t.removed_at is null) order by t.name desc, t.id desc limit 51;

-- product: by -name, on from a row
select … from product t where (t.workspace_id = $1 and t.removed_at is null and (t.name, t.id) < ($2::text, $3::uuid)) order by t.name desc, t.id desc limit 51;

-- product: where parentId is given
select … from product t where (t.workspace_id = $1 and t.removed_at is null and t.parent_id = $2::uuid) order by t.name asc, t.id asc limit 51;

-- product: where parentId is given, counted
select (select count(*) from (select 1 from product t where t.workspace_id = $1 and t.removed_at is null and t.parent_id = $2::uuid order by t.parent_id, t.name, t.id limit 3001) met);

-- product: where parentId is given, gathered by updatedAt
select … from (select t.* from product t where t.workspace_id = $1 and t.removed_at is null and t.parent_id = $3::uuid order by t.parent_id, t.name, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.parent_id = $2::uuid) order by t.updated_at asc, t.id asc limit 51;

-- member: by createdAt
select … from member t where (t.workspace_id = $1 and t.removed_at is null) order by t.created_at asc, t.id asc limit 51;

-- member: by createdAt, on from a row
select … from member t where (t.workspace_id = $1 and t.removed_at is null and (t.created_at, t.id) > ($2::timestamptz, $3::uuid)) order by t.created_at asc, t.id asc limit 51;

-- member: by -createdAt
select … from member t where (t.workspace_id = $1 and t.removed_at is null) order by t.created_at desc, t.id desc limit 51;

-- member: by -createdAt, on from a row
select … from member t where (t.workspace_id = $1 and t.removed_at is null and (t.created_at, t.id) < ($2::timestamptz, $3::uuid)) order by t.created_at desc, t.id desc limit 51;

-- member: by updatedAt
select … from member t where (t.workspace_id = $1 and t.removed_at is null) order by t.updated_at asc, t.id asc limit 51;

-- member: by updatedAt, on from a row
select … from member t where (t.workspace_id = $1 and t.removed_at is null and (t.updated_at, t.id) > ($2::timestamptz, $3::uuid)) order by t.updated_at asc, t.id asc limit 51;

-- member: by -updatedAt
select … from member t where (t.workspace_id = $1 and t.removed_at is null) order by t.updated_at desc, t.id desc limit 51;

-- member: by -updatedAt, on from a row
select … from member t where (t.workspace_id = $1 and t.removed_at is null and (t.updated_at, t.id) < ($2::timestamptz, $3::uuid)) order by t.updated_at desc, t.id desc limit 51;

-- member: by name
select … from member t where (t.workspace_id = $1 and t.removed_at is null) order by t.name asc, t.id asc limit 51;

-- member: by name, on from a row
select … from member t where (t.workspace_id = $1 and t.removed_at is null and (t.name, t.id) > ($2::text, $3::uuid)) order by t.name asc, t.id asc limit 51;

-- member: by -name
select … from member t where (t.workspace_id = $1 and t.removed_at is null) order by t.name desc, t.id desc limit 51;

-- member: by -name, on from a row
select … from member t where (t.workspace_id = $1 and t.removed_at is null and (t.name, t.id) < ($2::text, $3::uuid)) order by t.name desc, t.id desc limit 51;

-- member: where role is given
select … from member t where (t.workspace_id = $1 and t.removed_at is null and t.role = $2::text) order by t.name asc, t.id asc limit 51;

-- member: where role is given, counted
select (select count(*) from (select 1 from member t where t.workspace_id = $1 and t.removed_at is null and t.role = $2::text order by t.role, t.name, t.id limit 3001) met);

-- member: where role is given, gathered by updatedAt
select … from (select t.* from member t where t.workspace_id = $1 and t.removed_at is null and t.role = $3::text order by t.role, t.name, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.role = $2::text) order by t.updated_at asc, t.id asc limit 51;

-- team: by createdAt
select … from team t where (t.workspace_id = $1 and t.removed_at is null) order by t.created_at asc, t.id asc limit 51;

-- team: by createdAt, on from a row
select … from team t where (t.workspace_id = $1 and t.removed_at is null and (t.created_at, t.id) > ($2::timestamptz, $3::uuid)) order by t.created_at asc, t.id asc limit 51;

-- team: by -createdAt
select … from team t where (t.workspace_id = $1 and t.removed_at is null) order by t.created_at desc, t.id desc limit 51;

-- team: by -createdAt, on from a row
select … from team t where (t.workspace_id = $1 and t.removed_at is null and (t.created_at, t.id) < ($2::timestamptz, $3::uuid)) order by t.created_at desc, t.id desc limit 51;

-- team: by updatedAt
select … from team t where (t.workspace_id = $1 and t.removed_at is null) order by t.updated_at asc, t.id asc limit 51;

-- team: by updatedAt, on from a row
select … from team t where (t.workspace_id = $1 and t.removed_at is null and (t.updated_at, t.id) > ($2::timestamptz, $3::uuid)) order by t.updated_at asc, t.id asc limit 51;

-- team: by -updatedAt
select … from team t where (t.workspace_id = $1 and t.removed_at is null) order by t.updated_at desc, t.id desc limit 51;

-- team: by -updatedAt, on from a row
select … from team t where (t.workspace_id = $1 and t.removed_at is null and (t.updated_at, t.id) < ($2::timestamptz, $3::uuid)) order by t.updated_at desc, t.id desc limit 51;

-- team: by name
select … from team t where (t.workspace_id = $1 and t.removed_at is null) order by t.name asc, t.id asc limit 51;

-- team: by name, on from a row
select … from team t where (t.workspace_id = $1 and t.removed_at is null and (t.name, t.id) > ($2::text, $3::uuid)) order by t.name asc, t.id asc limit 51;

-- team: by -name
select … from team t where (t.workspace_id = $1 and t.removed_at is null) order by t.name desc, t.id desc limit 51;

-- team: by -name, on from a row
select … from team t where (t.workspace_id = $1 and t.removed_at is null and (t.name, t.id) < ($2::text, $3::uuid)) order by t.name desc, t.id desc limit 51;

-- team: where function is given
select … from team t where (t.workspace_id = $1 and t.removed_at is null and t.function = $2::text) order by t.name asc, t.id asc limit 51;

-- team: where function is given, counted
select (select count(*) from (select 1 from team t where t.workspace_id = $1 and t.removed_at is null and t.function = $2::text order by t.function, t.name, t.id limit 3001) met);

-- team: where function is given, gathered by updatedAt
select … from (select t.* from team t where t.workspace_id = $1 and t.removed_at is null and t.function = $3::text order by t.function, t.name, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.function = $2::text) order by t.updated_at asc, t.id asc limit 51;

-- key: by createdAt
-- nobody with this role;

-- key: by createdAt, on from a row
-- nobody with this role;

-- key: by -createdAt
-- nobody with this role;

-- key: by -createdAt, on from a row
-- nobody with this role;

-- key: by updatedAt
-- nobody with this role;

-- key: by updatedAt, on from a row
-- nobody with this role;

-- key: by -updatedAt
-- nobody with this role;

-- key: by -updatedAt, on from a row
-- nobody with this role;

-- invitation: by createdAt
-- nobody with this role;

-- invitation: by createdAt, on from a row
-- nobody with this role;

-- invitation: by -createdAt
-- nobody with this role;

-- invitation: by -createdAt, on from a row
-- nobody with this role;

-- invitation: by updatedAt
-- nobody with this role;

-- invitation: by updatedAt, on from a row
-- nobody with this role;

-- invitation: by -updatedAt
-- nobody with this role;

-- invitation: by -updatedAt, on from a row
-- nobody with this role;

-- company: by createdAt
select … from company t where (t.workspace_id = $1 and t.removed_at is null) order by t.created_at asc, t.id asc limit 51;

-- company: by createdAt, on from a row
select … from company t where (t.workspace_id = $1 and t.removed_at is null and (t.created_at, t.id) > ($2::timestamptz, $3::uuid)) order by t.created_at asc, t.id asc limit 51;

-- company: by -createdAt
select … from company t where (t.workspace_id = $1 and t.removed_at is null) order by t.created_at desc, t.id desc limit 51;

-- company: by -createdAt, on from a row
select … from company t where (t.workspace_id = $1 and t.removed_at is null and (t.created_at, t.id) < ($2::timestamptz, $3::uuid)) order by t.created_at desc, t.id desc limit 51;

-- company: by updatedAt
select … from company t where (t.workspace_id = $1 and t.removed_at is null) order by t.updated_at asc, t.id asc limit 51;

-- company: by updatedAt, on from a row
select … from company t where (t.workspace_id = $1 and t.removed_at is null and (t.updated_at, t.id) > ($2::timestamptz, $3::uuid)) order by t.updated_at asc, t.id asc limit 51;

-- company: by -updatedAt
select … from company t where (t.workspace_id = $1 and t.removed_at is null) order by t.updated_at desc, t.id desc limit 51;

-- company: by -updatedAt, on from a row
select … from company t where (t.workspace_id = $1 and t.removed_at is null and (t.updated_at, t.id) < ($2::timestamptz, $3::uuid)) order by t.updated_at desc, t.id desc limit 51;

-- company: by name
select … from company t where (t.workspace_id = $1 and t.removed_at is null) order by t.name asc, t.id asc limit 51;

-- company: by name, on from a row
select … from company t where (t.workspace_id = $1 and t.removed_at is null and (t.name, t.id) > ($2::text, $3::uuid)) order by t.name asc, t.id asc limit 51;

-- company: by -name
select … from company t where (t.workspace_id = $1 and t.removed_at is null) order by t.name desc, t.id desc limit 51;

-- company: by -name, on from a row
select … from company t where (t.workspace_id = $1 and t.removed_at is null and (t.name, t.id) < ($2::text, $3::uuid)) order by t.name desc, t.id desc limit 51;

-- company: where tier is given
select … from company t where (t.workspace_id = $1 and t.removed_at is null and t.tier = $2::text) order by t.name asc, t.id asc limit 51;

-- company: where tier is given, counted
select (select count(*) from (select 1 from company t where t.workspace_id = $1 and t.removed_at is null and t.tier = $2::text order by t.tier, t.name, t.id limit 3001) met);

-- company: where tier is given, gathered by updatedAt
select … from (select t.* from company t where t.workspace_id = $1 and t.removed_at is null and t.tier = $3::text order by t.tier, t.name, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.tier = $2::text) order by t.updated_at asc, t.id asc limit 51;

-- contact: by createdAt
select … from contact t where (t.workspace_id = $1 and t.removed_at is null) order by t.created_at asc, t.id asc limit 51;

-- contact: by createdAt, on from a row
select … from contact t where (t.workspace_id = $1 and t.removed_at is null and (t.created_at, t.id) > ($2::timestamptz, $3::uuid)) order by t.created_at asc, t.id asc limit 51;

-- contact: by -createdAt
select … from contact t where (t.workspace_id = $1 and t.removed_at is null) order by t.created_at desc, t.id desc limit 51;

-- contact: by -createdAt, on from a row
select … from contact t where (t.workspace_id = $1 and t.removed_at is null and (t.created_at, t.id) < ($2::timestamptz, $3::uuid)) order by t.created_at desc, t.id desc limit 51;

-- contact: by updatedAt
select … from contact t where (t.workspace_id = $1 and t.removed_at is null) order by t.updated_at asc, t.id asc limit 51;

-- contact: by updatedAt, on from a row
select … from contact t where (t.workspace_id = $1 and t.removed_at is null and (t.updated_at, t.id) > ($2::timestamptz, $3::uuid)) order by t.updated_at asc, t.id asc limit 51;

-- contact: by -updatedAt
select … from contact t where (t.workspace_id = $1 and t.removed_at is null) order by t.updated_at desc, t.id desc limit 51;

-- contact: by -updatedAt, on from a row
select … from contact t where (t.workspace_id = $1 and t.removed_at is null and (t.updated_at, t.id) < ($2::timestamptz, $3::uuid)) order by t.updated_at desc, t.id desc limit 51;

-- contact: by name
select … from contact t where (t.workspace_id = $1 and t.removed_at is null and t.name is not null) order by t.name asc, t.id asc limit 51;

-- contact: by name, on from a row
select … from contact t where (t.workspace_id = $1 and t.removed_at is null and t.name is not null and (t.name, t.id) > ($2::text, $3::uuid)) order by t.name asc, t.id asc limit 51;

-- contact: by name, those without
select … from contact t where (t.workspace_id = $1 and t.removed_at is null and t.name is null and t.id > $2::uuid) order by t.id asc limit 51;

-- contact: by -name
select … from contact t where (t.workspace_id = $1 and t.removed_at is null and t.name is not null) order by t.name desc, t.id desc limit 51;

-- contact: by -name, on from a row
select … from contact t where (t.workspace_id = $1 and t.removed_at is null and t.name is not null and (t.name, t.id) < ($2::text, $3::uuid)) order by t.name desc, t.id desc limit 51;

-- contact: by -name, those without
select … from contact t where (t.workspace_id = $1 and t.removed_at is null and t.name is null and t.id < $2::uuid) order by t.id desc limit 51;

-- contact: where companyId is given
select … from contact t where (t.workspace_id = $1 and t.removed_at is null and t.company_id = $2::uuid and t.name is not null) order by t.name asc, t.id asc limit 51;

-- contact: where companyId is given, counted
select (select count(*) from (select 1 from contact t where t.workspace_id = $1 and t.removed_at is null and t.company_id = $2::uuid order by t.company_id, t.name, t.id limit 3001) met);

-- contact: where companyId is given, gathered by updatedAt
select … from (select t.* from contact t where t.workspace_id = $1 and t.removed_at is null and t.company_id = $3::uuid order by t.company_id, t.name, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.company_id = $2::uuid) order by t.updated_at asc, t.id asc limit 51;

-- tag: by createdAt
select … from tag t where (t.workspace_id = $1 and t.removed_at is null) order by t.created_at asc, t.id asc limit 51;

-- tag: by createdAt, on from a row
select … from tag t where (t.workspace_id = $1 and t.removed_at is null and (t.created_at, t.id) > ($2::timestamptz, $3::uuid)) order by t.created_at asc, t.id asc limit 51;

-- tag: by -createdAt
select … from tag t where (t.workspace_id = $1 and t.removed_at is null) order by t.created_at desc, t.id desc limit 51;

-- tag: by -createdAt, on from a row
select … from tag t where (t.workspace_id = $1 and t.removed_at is null and (t.created_at, t.id) < ($2::timestamptz, $3::uuid)) order by t.created_at desc, t.id desc limit 51;

-- tag: by updatedAt
select … from tag t where (t.workspace_id = $1 and t.removed_at is null) order by t.updated_at asc, t.id asc limit 51;

-- tag: by updatedAt, on from a row
select … from tag t where (t.workspace_id = $1 and t.removed_at is null and (t.updated_at, t.id) > ($2::timestamptz, $3::uuid)) order by t.updated_at asc, t.id asc limit 51;

-- tag: by -updatedAt
select … from tag t where (t.workspace_id = $1 and t.removed_at is null) order by t.updated_at desc, t.id desc limit 51;

-- tag: by -updatedAt, on from a row
select … from tag t where (t.workspace_id = $1 and t.removed_at is null and (t.updated_at, t.id) < ($2::timestamptz, $3::uuid)) order by t.updated_at desc, t.id desc limit 51;

-- tag: by name
select … from tag t where (t.workspace_id = $1 and t.removed_at is null) order by t.name asc, t.id asc limit 51;

-- tag: by name, on from a row
select … from tag t where (t.workspace_id = $1 and t.removed_at is null and (t.name, t.id) > ($2::text, $3::uuid)) order by t.name asc, t.id asc limit 51;

-- tag: by -name
select … from tag t where (t.workspace_id = $1 and t.removed_at is null) order by t.name desc, t.id desc limit 51;

-- tag: by -name, on from a row
select … from tag t where (t.workspace_id = $1 and t.removed_at is null and (t.name, t.id) < ($2::text, $3::uuid)) order by t.name desc, t.id desc limit 51;

-- feedback: by createdAt
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[]))))) order by t.created_at asc, t.id asc limit 51;

-- feedback: by createdAt, on from a row
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (t.created_at, t.id) > ($9::timestamptz, $10::uuid)) order by t.created_at asc, t.id asc limit 51;

-- feedback: by -createdAt
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- feedback: by -createdAt, on from a row
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (t.created_at, t.id) < ($9::timestamptz, $10::uuid)) order by t.created_at desc, t.id desc limit 51;

-- feedback: by updatedAt
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- feedback: by updatedAt, on from a row
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (t.updated_at, t.id) > ($9::timestamptz, $10::uuid)) order by t.updated_at asc, t.id asc limit 51;

-- feedback: by -updatedAt
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[]))))) order by t.updated_at desc, t.id desc limit 51;

-- feedback: by -updatedAt, on from a row
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (t.updated_at, t.id) < ($9::timestamptz, $10::uuid)) order by t.updated_at desc, t.id desc limit 51;

-- feedback: by occurredAt
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and t.occurred_at is not null) order by t.occurred_at asc, t.id asc limit 51;

-- feedback: by occurredAt, on from a row
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and t.occurred_at is not null and (t.occurred_at, t.id) > ($9::timestamptz, $10::uuid)) order by t.occurred_at asc, t.id asc limit 51;

-- feedback: by occurredAt, those without
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and t.occurred_at is null and t.id > $9::uuid) order by t.id asc limit 51;

-- feedback: by -occurredAt
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and t.occurred_at is not null) order by t.occurred_at desc, t.id desc limit 51;

-- feedback: by -occurredAt, on from a row
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and t.occurred_at is not null and (t.occurred_at, t.id) < ($9::timestamptz, $10::uuid)) order by t.occurred_at desc, t.id desc limit 51;

-- feedback: by -occurredAt, those without
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and t.occurred_at is null and t.id < $9::uuid) order by t.id desc limit 51;

-- feedback: by rating
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and t.rating is not null) order by t.rating asc, t.id asc limit 51;

-- feedback: by rating, on from a row
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and t.rating is not null and (t.rating, t.id) > ($9::float8, $10::uuid)) order by t.rating asc, t.id asc limit 51;

-- feedback: by rating, those without
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and t.rating is null and t.id > $9::uuid) order by t.id asc limit 51;

-- feedback: by -rating
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and t.rating is not null) order by t.rating desc, t.id desc limit 51;

-- feedback: by -rating, on from a row
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and t.rating is not null and (t.rating, t.id) < ($9::float8, $10::uuid)) order by t.rating desc, t.id desc limit 51;

-- feedback: by -rating, those without
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and t.rating is null and t.id < $9::uuid) order by t.id desc limit 51;

-- feedback: where kind is given
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.kind = $2::text and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- feedback: where kind is given, counted
select (select count(*) from (select 1 from feedback t where t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.kind = $2::text order by t.kind, t.created_at, t.id limit 3001) met);

-- feedback: where kind is given, gathered by updatedAt
select … from (select t.* from feedback t where t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.kind = $10::text order by t.kind, t.created_at, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.kind = $2::text and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- feedback: where state is given
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.state = $2::text and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- feedback: where state is given, counted
select (select count(*) from (select 1 from feedback t where t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.state = $2::text order by t.state, t.created_at, t.id limit 3001) met);

-- feedback: where state is given, gathered by updatedAt
select … from (select t.* from feedback t where t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.state = $10::text order by t.state, t.created_at, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.state = $2::text and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- feedback: where source is given
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.source = $2::text and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- feedback: where source is given, counted
select (select count(*) from (select 1 from feedback t where t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.source = $2::text order by t.source, t.created_at, t.id limit 3001) met);

-- feedback: where source is given, gathered by updatedAt
select … from (select t.* from feedback t where t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.source = $10::text order by t.source, t.created_at, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.source = $2::text and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- feedback: where occurredAt is given
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.occurred_at = $2::timestamptz and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- feedback: where occurredAt is given, counted
select (select count(*) from (select 1 from feedback t where t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.occurred_at = $2::timestamptz order by t.occurred_at, t.id limit 3001) met);

-- feedback: where occurredAt is given, gathered by updatedAt
select … from (select t.* from feedback t where t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.occurred_at = $10::timestamptz order by t.occurred_at, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.occurred_at = $2::timestamptz and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- feedback: where rating is given
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.rating = $2::float8 and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- feedback: where rating is given, counted
select (select count(*) from (select 1 from feedback t where t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.rating = $2::float8 order by t.rating, t.id limit 3001) met);

-- feedback: where rating is given, gathered by updatedAt
select … from (select t.* from feedback t where t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.rating = $10::float8 order by t.rating, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.rating = $2::float8 and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- feedback: where language is given
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.language = $2::text and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- feedback: where language is given, counted
select (select count(*) from (select 1 from feedback t where t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.language = $2::text order by t.language, t.created_at, t.id limit 3001) met);

-- feedback: where language is given, gathered by updatedAt
select … from (select t.* from feedback t where t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.language = $10::text order by t.language, t.created_at, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.language = $2::text and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- feedback: where contactId is given
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.contact_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- feedback: where contactId is given, counted
select (select count(*) from (select 1 from feedback t where t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.contact_id = $2::uuid order by t.contact_id, t.created_at, t.id limit 3001) met);

-- feedback: where contactId is given, gathered by updatedAt
select … from (select t.* from feedback t where t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.contact_id = $10::uuid order by t.contact_id, t.created_at, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.contact_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- feedback: where companyId is given
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.company_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- feedback: where companyId is given, counted
select (select count(*) from (select 1 from feedback t where t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.company_id = $2::uuid order by t.company_id, t.created_at, t.id limit 3001) met);

-- feedback: where companyId is given, gathered by updatedAt
select … from (select t.* from feedback t where t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.company_id = $10::uuid order by t.company_id, t.created_at, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.company_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- feedback: where tagIds is given
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.tag_ids && $2::uuid[] and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- feedback: where tagIds is given, counted
select (select count(*) from (select 1 from throughline_holding_feedback_tag_ids($2::uuid[], 3001) held join feedback t on t.workspace_id = $1 and t.id = held.id where t.removed_at is null and t.merged_into_id is null) met);

-- feedback: where tagIds is given, gathered by updatedAt
select … from (select t.* from throughline_holding_feedback_tag_ids($10::uuid[], 3001) held join feedback t on t.workspace_id = $1 and t.id = held.id where t.removed_at is null and t.merged_into_id is null) t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.tag_ids && $2::uuid[] and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- feedback: where mergedIntoId is given
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.merged_into_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- feedback: where mergedIntoId is given, counted
select (select count(*) from (select 1 from feedback t where t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.merged_into_id = $2::uuid order by t.merged_into_id, t.created_at, t.id limit 3001) met);

-- feedback: where mergedIntoId is given, gathered by updatedAt
select … from (select t.* from feedback t where t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.merged_into_id = $10::uuid order by t.merged_into_id, t.created_at, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.merged_into_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- feedback: where productId is given
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.product_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- feedback: where productId is given, counted
select (select count(*) from (select 1 from feedback t where t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.product_id = $2::uuid order by t.product_id, t.created_at, t.id limit 3001) met);

-- feedback: where productId is given, gathered by updatedAt
select … from (select t.* from feedback t where t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.product_id = $10::uuid order by t.product_id, t.created_at, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.product_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- quote: by createdAt
select … from quote t where (t.workspace_id = $1 and t.removed_at is null and (select (t_1.created_by_id = $2::uuid or (t_1.draft = $3::boolean and (t_1.visibility = $4::text or (t_1.visibility = $5::text and t_1.team_ids && $6::uuid[]) or (t_1.visibility = $7::text and t_1.person_ids && $8::uuid[])))) from feedback t_1 where t_1.workspace_id = $1 and t_1.id = t.feedback_id)) order by t.created_at asc, t.id asc limit 51;

-- quote: by createdAt, on from a row
select … from quote t where (t.workspace_id = $1 and t.removed_at is null and (select (t_1.created_by_id = $2::uuid or (t_1.draft = $3::boolean and (t_1.visibility = $4::text or (t_1.visibility = $5::text and t_1.team_ids && $6::uuid[]) or (t_1.visibility = $7::text and t_1.person_ids && $8::uuid[])))) from feedback t_1 where t_1.workspace_id = $1 and t_1.id = t.feedback_id) and (t.created_at, t.id) > ($9::timestamptz, $10::uuid)) order by t.created_at asc, t.id asc limit 51;

-- quote: by -createdAt
select … from quote t where (t.workspace_id = $1 and t.removed_at is null and (select (t_1.created_by_id = $2::uuid or (t_1.draft = $3::boolean and (t_1.visibility = $4::text or (t_1.visibility = $5::text and t_1.team_ids && $6::uuid[]) or (t_1.visibility = $7::text and t_1.person_ids && $8::uuid[])))) from feedback t_1 where t_1.workspace_id = $1 and t_1.id = t.feedback_id)) order by t.created_at desc, t.id desc limit 51;

-- quote: by -createdAt, on from a row
select … from quote t where (t.workspace_id = $1 and t.removed_at is null and (select (t_1.created_by_id = $2::uuid or (t_1.draft = $3::boolean and (t_1.visibility = $4::text or (t_1.visibility = $5::text and t_1.team_ids && $6::uuid[]) or (t_1.visibility = $7::text and t_1.person_ids && $8::uuid[])))) from feedback t_1 where t_1.workspace_id = $1 and t_1.id = t.feedback_id) and (t.created_at, t.id) < ($9::timestamptz, $10::uuid)) order by t.created_at desc, t.id desc limit 51;

-- quote: by updatedAt
select … from quote t where (t.workspace_id = $1 and t.removed_at is null and (select (t_1.created_by_id = $2::uuid or (t_1.draft = $3::boolean and (t_1.visibility = $4::text or (t_1.visibility = $5::text and t_1.team_ids && $6::uuid[]) or (t_1.visibility = $7::text and t_1.person_ids && $8::uuid[])))) from feedback t_1 where t_1.workspace_id = $1 and t_1.id = t.feedback_id)) order by t.updated_at asc, t.id asc limit 51;

-- quote: by updatedAt, on from a row
select … from quote t where (t.workspace_id = $1 and t.removed_at is null and (select (t_1.created_by_id = $2::uuid or (t_1.draft = $3::boolean and (t_1.visibility = $4::text or (t_1.visibility = $5::text and t_1.team_ids && $6::uuid[]) or (t_1.visibility = $7::text and t_1.person_ids && $8::uuid[])))) from feedback t_1 where t_1.workspace_id = $1 and t_1.id = t.feedback_id) and (t.updated_at, t.id) > ($9::timestamptz, $10::uuid)) order by t.updated_at asc, t.id asc limit 51;

-- quote: by -updatedAt
select … from quote t where (t.workspace_id = $1 and t.removed_at is null and (select (t_1.created_by_id = $2::uuid or (t_1.draft = $3::boolean and (t_1.visibility = $4::text or (t_1.visibility = $5::text and t_1.team_ids && $6::uuid[]) or (t_1.visibility = $7::text and t_1.person_ids && $8::uuid[])))) from feedback t_1 where t_1.workspace_id = $1 and t_1.id = t.feedback_id)) order by t.updated_at desc, t.id desc limit 51;

-- quote: by -updatedAt, on from a row
select … from quote t where (t.workspace_id = $1 and t.removed_at is null and (select (t_1.created_by_id = $2::uuid or (t_1.draft = $3::boolean and (t_1.visibility = $4::text or (t_1.visibility = $5::text and t_1.team_ids && $6::uuid[]) or (t_1.visibility = $7::text and t_1.person_ids && $8::uuid[])))) from feedback t_1 where t_1.workspace_id = $1 and t_1.id = t.feedback_id) and (t.updated_at, t.id) < ($9::timestamptz, $10::uuid)) order by t.updated_at desc, t.id desc limit 51;

-- quote: where feedbackId is given
select … from quote t where (t.workspace_id = $1 and t.removed_at is null and t.feedback_id = $2::uuid and (select (t_1.created_by_id = $3::uuid or (t_1.draft = $4::boolean and (t_1.visibility = $5::text or (t_1.visibility = $6::text and t_1.team_ids && $7::uuid[]) or (t_1.visibility = $8::text and t_1.person_ids && $9::uuid[])))) from feedback t_1 where t_1.workspace_id = $1 and t_1.id = t.feedback_id)) order by t.created_at desc, t.id desc limit 51;

-- quote: where feedbackId is given, counted
select (select count(*) from (select 1 from quote t where t.workspace_id = $1 and t.removed_at is null and t.feedback_id = $2::uuid order by t.feedback_id, t.created_at, t.id limit 3001) met);

-- quote: where feedbackId is given, gathered by updatedAt
select … from (select t.* from quote t where t.workspace_id = $1 and t.removed_at is null and t.feedback_id = $10::uuid order by t.feedback_id, t.created_at, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.feedback_id = $2::uuid and (select (t_1.created_by_id = $3::uuid or (t_1.draft = $4::boolean and (t_1.visibility = $5::text or (t_1.visibility = $6::text and t_1.team_ids && $7::uuid[]) or (t_1.visibility = $8::text and t_1.person_ids && $9::uuid[])))) from feedback t_1 where t_1.workspace_id = $1 and t_1.id = t.feedback_id)) order by t.updated_at asc, t.id asc limit 51;

-- insight: by createdAt
select … from insight t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[]))))) order by t.created_at asc, t.id asc limit 51;

-- insight: by createdAt, on from a row
select … from insight t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (t.created_at, t.id) > ($9::timestamptz, $10::uuid)) order by t.created_at asc, t.id asc limit 51;

-- insight: by -createdAt
select … from insight t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- insight: by -createdAt, on from a row
select … from insight t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (t.created_at, t.id) < ($9::timestamptz, $10::uuid)) order by t.created_at desc, t.id desc limit 51;

-- insight: by updatedAt
select … from insight t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- insight: by updatedAt, on from a row
select … from insight t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (t.updated_at, t.id) > ($9::timestamptz, $10::uuid)) order by t.updated_at asc, t.id asc limit 51;

-- insight: by -updatedAt
select … from insight t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[]))))) order by t.updated_at desc, t.id desc limit 51;

-- insight: by -updatedAt, on from a row
select … from insight t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (t.updated_at, t.id) < ($9::timestamptz, $10::uuid)) order by t.updated_at desc, t.id desc limit 51;

-- insight: where productId is given
select … from insight t where (t.workspace_id = $1 and t.removed_at is null and t.product_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- insight: where productId is given, counted
select (select count(*) from (select 1 from insight t where t.workspace_id = $1 and t.removed_at is null and t.product_id = $2::uuid order by t.product_id, t.created_at, t.id limit 3001) met);

-- insight: where productId is given, gathered by updatedAt
select … from (select t.* from insight t where t.workspace_id = $1 and t.removed_at is null and t.product_id = $10::uuid order by t.product_id, t.created_at, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.product_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- need: by createdAt
select … from need t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[]))))) order by t.created_at asc, t.id asc limit 51;

-- need: by createdAt, on from a row
select … from need t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (t.created_at, t.id) > ($9::timestamptz, $10::uuid)) order by t.created_at asc, t.id asc limit 51;

-- need: by -createdAt
select … from need t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- need: by -createdAt, on from a row
select … from need t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (t.created_at, t.id) < ($9::timestamptz, $10::uuid)) order by t.created_at desc, t.id desc limit 51;

-- need: by updatedAt
select … from need t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- need: by updatedAt, on from a row
select … from need t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (t.updated_at, t.id) > ($9::timestamptz, $10::uuid)) order by t.updated_at asc, t.id asc limit 51;

-- need: by -updatedAt
select … from need t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[]))))) order by t.updated_at desc, t.id desc limit 51;

-- need: by -updatedAt, on from a row
select … from need t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (t.updated_at, t.id) < ($9::timestamptz, $10::uuid)) order by t.updated_at desc, t.id desc limit 51;

-- need: where kind is given
select … from need t where (t.workspace_id = $1 and t.removed_at is null and t.kind = $2::text and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- need: where kind is given, counted
select (select count(*) from (select 1 from need t where t.workspace_id = $1 and t.removed_at is null and t.kind = $2::text order by t.kind, t.created_at, t.id limit 3001) met);

-- need: where kind is given, gathered by updatedAt
select … from (select t.* from need t where t.workspace_id = $1 and t.removed_at is null and t.kind = $10::text order by t.kind, t.created_at, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.kind = $2::text and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- need: where parentId is given
select … from need t where (t.workspace_id = $1 and t.removed_at is null and t.parent_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- need: where parentId is given, counted
select (select count(*) from (select 1 from need t where t.workspace_id = $1 and t.removed_at is null and t.parent_id = $2::uuid order by t.parent_id, t.created_at, t.id limit 3001) met);

-- need: where parentId is given, gathered by updatedAt
select … from (select t.* from need t where t.workspace_id = $1 and t.removed_at is null and t.parent_id = $10::uuid order by t.parent_id, t.created_at, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.parent_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- need: where productId is given
select … from need t where (t.workspace_id = $1 and t.removed_at is null and t.product_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- need: where productId is given, counted
select (select count(*) from (select 1 from need t where t.workspace_id = $1 and t.removed_at is null and t.product_id = $2::uuid order by t.product_id, t.created_at, t.id limit 3001) met);

-- need: where productId is given, gathered by updatedAt
select … from (select t.* from need t where t.workspace_id = $1 and t.removed_at is null and t.product_id = $10::uuid order by t.product_id, t.created_at, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.product_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- research-question: by createdAt
select … from research_question t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[]))))) order by t.created_at asc, t.id asc limit 51;

-- research-question: by createdAt, on from a row
select … from research_question t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (t.created_at, t.id) > ($9::timestamptz, $10::uuid)) order by t.created_at asc, t.id asc limit 51;

-- research-question: by -createdAt
select … from research_question t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- research-question: by -createdAt, on from a row
select … from research_question t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (t.created_at, t.id) < ($9::timestamptz, $10::uuid)) order by t.created_at desc, t.id desc limit 51;

-- research-question: by updatedAt
select … from research_question t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- research-question: by updatedAt, on from a row
select … from research_question t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (t.updated_at, t.id) > ($9::timestamptz, $10::uuid)) order by t.updated_at asc, t.id asc limit 51;

-- research-question: by -updatedAt
select … from research_question t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[]))))) order by t.updated_at desc, t.id desc limit 51;

-- research-question: by -updatedAt, on from a row
select … from research_question t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (t.updated_at, t.id) < ($9::timestamptz, $10::uuid)) order by t.updated_at desc, t.id desc limit 51;

-- research-question: where state is given
select … from research_question t where (t.workspace_id = $1 and t.removed_at is null and t.state = $2::text and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- research-question: where state is given, counted
select (select count(*) from (select 1 from research_question t where t.workspace_id = $1 and t.removed_at is null and t.state = $2::text order by t.state, t.created_at, t.id limit 3001) met);

-- research-question: where state is given, gathered by updatedAt
select … from (select t.* from research_question t where t.workspace_id = $1 and t.removed_at is null and t.state = $10::text order by t.state, t.created_at, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.state = $2::text and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- research-question: where productId is given
select … from research_question t where (t.workspace_id = $1 and t.removed_at is null and t.product_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- research-question: where productId is given, counted
select (select count(*) from (select 1 from research_question t where t.workspace_id = $1 and t.removed_at is null and t.product_id = $2::uuid order by t.product_id, t.created_at, t.id limit 3001) met);

-- research-question: where productId is given, gathered by updatedAt
select … from (select t.* from research_question t where t.workspace_id = $1 and t.removed_at is null and t.product_id = $10::uuid order by t.product_id, t.created_at, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.product_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- objective: by createdAt
select … from objective t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[]))))) order by t.created_at asc, t.id asc limit 51;

-- objective: by createdAt, on from a row
select … from objective t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (t.created_at, t.id) > ($9::timestamptz, $10::uuid)) order by t.created_at asc, t.id asc limit 51;

-- objective: by -createdAt
select … from objective t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- objective: by -createdAt, on from a row
select … from objective t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (t.created_at, t.id) < ($9::timestamptz, $10::uuid)) order by t.created_at desc, t.id desc limit 51;

-- objective: by updatedAt
select … from objective t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- objective: by updatedAt, on from a row
select … from objective t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (t.updated_at, t.id) > ($9::timestamptz, $10::uuid)) order by t.updated_at asc, t.id asc limit 51;

-- objective: by -updatedAt
select … from objective t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[]))))) order by t.updated_at desc, t.id desc limit 51;

-- objective: by -updatedAt, on from a row
select … from objective t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (t.updated_at, t.id) < ($9::timestamptz, $10::uuid)) order by t.updated_at desc, t.id desc limit 51;

-- objective: by period
select … from objective t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and t.period is not null) order by t.period asc, t.id asc limit 51;

-- objective: by period, on from a row
select … from objective t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and t.period is not null and (t.period, t.id) > ($9::text, $10::uuid)) order by t.period asc, t.id asc limit 51;

-- objective: by period, those without
select … from objective t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and t.period is null and t.id > $9::uuid) order by t.id asc limit 51;

-- objective: by -period
select … from objective t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and t.period is not null) order by t.period desc, t.id desc limit 51;

-- objective: by -period, on from a row
select … from objective t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and t.period is not null and (t.period, t.id) < ($9::text, $10::uuid)) order by t.period desc, t.id desc limit 51;

-- objective: by -period, those without
select … from objective t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and t.period is null and t.id < $9::uuid) order by t.id desc limit 51;

-- objective: where parentId is given
select … from objective t where (t.workspace_id = $1 and t.removed_at is null and t.parent_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- objective: where parentId is given, counted
select (select count(*) from (select 1 from objective t where t.workspace_id = $1 and t.removed_at is null and t.parent_id = $2::uuid order by t.parent_id, t.created_at, t.id limit 3001) met);

-- objective: where parentId is given, gathered by updatedAt
select … from (select t.* from objective t where t.workspace_id = $1 and t.removed_at is null and t.parent_id = $10::uuid order by t.parent_id, t.created_at, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.parent_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- objective: where period is given
select … from objective t where (t.workspace_id = $1 and t.removed_at is null and t.period = $2::text and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- objective: where period is given, counted
select (select count(*) from (select 1 from objective t where t.workspace_id = $1 and t.removed_at is null and t.period = $2::text order by t.period, t.id limit 3001) met);

-- objective: where period is given, gathered by updatedAt
select … from (select t.* from objective t where t.workspace_id = $1 and t.removed_at is null and t.period = $10::text order by t.period, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.period = $2::text and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- objective: where ownerId is given
select … from objective t where (t.workspace_id = $1 and t.removed_at is null and t.owner_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- objective: where ownerId is given, counted
select (select count(*) from (select 1 from objective t where t.workspace_id = $1 and t.removed_at is null and t.owner_id = $2::uuid order by t.owner_id, t.created_at, t.id limit 3001) met);

-- objective: where ownerId is given, gathered by updatedAt
select … from (select t.* from objective t where t.workspace_id = $1 and t.removed_at is null and t.owner_id = $10::uuid order by t.owner_id, t.created_at, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.owner_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- objective: where productId is given
select … from objective t where (t.workspace_id = $1 and t.removed_at is null and t.product_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- objective: where productId is given, counted
select (select count(*) from (select 1 from objective t where t.workspace_id = $1 and t.removed_at is null and t.product_id = $2::uuid order by t.product_id, t.created_at, t.id limit 3001) met);

-- objective: where productId is given, gathered by updatedAt
select … from (select t.* from objective t where t.workspace_id = $1 and t.removed_at is null and t.product_id = $10::uuid order by t.product_id, t.created_at, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.product_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- key-result: by createdAt
select … from key_result t where (t.workspace_id = $1 and t.removed_at is null and (select (t_1.created_by_id = $2::uuid or (t_1.draft = $3::boolean and (t_1.visibility = $4::text or (t_1.visibility = $5::text and t_1.team_ids && $6::uuid[]) or (t_1.visibility = $7::text and t_1.person_ids && $8::uuid[])))) from objective t_1 where t_1.workspace_id = $1 and t_1.id = t.objective_id)) order by t.created_at asc, t.id asc limit 51;

-- key-result: by createdAt, on from a row
select … from key_result t where (t.workspace_id = $1 and t.removed_at is null and (select (t_1.created_by_id = $2::uuid or (t_1.draft = $3::boolean and (t_1.visibility = $4::text or (t_1.visibility = $5::text and t_1.team_ids && $6::uuid[]) or (t_1.visibility = $7::text and t_1.person_ids && $8::uuid[])))) from objective t_1 where t_1.workspace_id = $1 and t_1.id = t.objective_id) and (t.created_at, t.id) > ($9::timestamptz, $10::uuid)) order by t.created_at asc, t.id asc limit 51;

-- key-result: by -createdAt
select … from key_result t where (t.workspace_id = $1 and t.removed_at is null and (select (t_1.created_by_id = $2::uuid or (t_1.draft = $3::boolean and (t_1.visibility = $4::text or (t_1.visibility = $5::text and t_1.team_ids && $6::uuid[]) or (t_1.visibility = $7::text and t_1.person_ids && $8::uuid[])))) from objective t_1 where t_1.workspace_id = $1 and t_1.id = t.objective_id)) order by t.created_at desc, t.id desc limit 51;

-- key-result: by -createdAt, on from a row
select … from key_result t where (t.workspace_id = $1 and t.removed_at is null and (select (t_1.created_by_id = $2::uuid or (t_1.draft = $3::boolean and (t_1.visibility = $4::text or (t_1.visibility = $5::text and t_1.team_ids && $6::uuid[]) or (t_1.visibility = $7::text and t_1.person_ids && $8::uuid[])))) from objective t_1 where t_1.workspace_id = $1 and t_1.id = t.objective_id) and (t.created_at, t.id) < ($9::timestamptz, $10::uuid)) order by t.created_at desc, t.id desc limit 51;

-- key-result: by updatedAt
select … from key_result t where (t.workspace_id = $1 and t.removed_at is null and (select (t_1.created_by_id = $2::uuid or (t_1.draft = $3::boolean and (t_1.visibility = $4::text or (t_1.visibility = $5::text and t_1.team_ids && $6::uuid[]) or (t_1.visibility = $7::text and t_1.person_ids && $8::uuid[])))) from objective t_1 where t_1.workspace_id = $1 and t_1.id = t.objective_id)) order by t.updated_at asc, t.id asc limit 51;

-- key-result: by updatedAt, on from a row
select … from key_result t where (t.workspace_id = $1 and t.removed_at is null and (select (t_1.created_by_id = $2::uuid or (t_1.draft = $3::boolean and (t_1.visibility = $4::text or (t_1.visibility = $5::text and t_1.team_ids && $6::uuid[]) or (t_1.visibility = $7::text and t_1.person_ids && $8::uuid[])))) from objective t_1 where t_1.workspace_id = $1 and t_1.id = t.objective_id) and (t.updated_at, t.id) > ($9::timestamptz, $10::uuid)) order by t.updated_at asc, t.id asc limit 51;

-- key-result: by -updatedAt
select … from key_result t where (t.workspace_id = $1 and t.removed_at is null and (select (t_1.created_by_id = $2::uuid or (t_1.draft = $3::boolean and (t_1.visibility = $4::text or (t_1.visibility = $5::text and t_1.team_ids && $6::uuid[]) or (t_1.visibility = $7::text and t_1.person_ids && $8::uuid[])))) from objective t_1 where t_1.workspace_id = $1 and t_1.id = t.objective_id)) order by t.updated_at desc, t.id desc limit 51;

-- key-result: by -updatedAt, on from a row
select … from key_result t where (t.workspace_id = $1 and t.removed_at is null and (select (t_1.created_by_id = $2::uuid or (t_1.draft = $3::boolean and (t_1.visibility = $4::text or (t_1.visibility = $5::text and t_1.team_ids && $6::uuid[]) or (t_1.visibility = $7::text and t_1.person_ids && $8::uuid[])))) from objective t_1 where t_1.workspace_id = $1 and t_1.id = t.objective_id) and (t.updated_at, t.id) < ($9::timestamptz, $10::uuid)) order by t.updated_at desc, t.id desc limit 51;

-- key-result: where objectiveId is given
select … from key_result t where (t.workspace_id = $1 and t.removed_at is null and t.objective_id = $2::uuid and (select (t_1.created_by_id = $3::uuid or (t_1.draft = $4::boolean and (t_1.visibility = $5::text or (t_1.visibility = $6::text and t_1.team_ids && $7::uuid[]) or (t_1.visibility = $8::text and t_1.person_ids && $9::uuid[])))) from objective t_1 where t_1.workspace_id = $1 and t_1.id = t.objective_id)) order by t.created_at desc, t.id desc limit 51;

-- key-result: where objectiveId is given, counted
select (select count(*) from (select 1 from key_result t where t.workspace_id = $1 and t.removed_at is null and t.objective_id = $2::uuid order by t.objective_id, t.created_at, t.id limit 3001) met);

-- key-result: where objectiveId is given, gathered by updatedAt
select … from (select t.* from key_result t where t.workspace_id = $1 and t.removed_at is null and t.objective_id = $10::uuid order by t.objective_id, t.created_at, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.objective_id = $2::uuid and (select (t_1.created_by_id = $3::uuid or (t_1.draft = $4::boolean and (t_1.visibility = $5::text or (t_1.visibility = $6::text and t_1.team_ids && $7::uuid[]) or (t_1.visibility = $8::text and t_1.person_ids && $9::uuid[])))) from objective t_1 where t_1.workspace_id = $1 and t_1.id = t.objective_id)) order by t.updated_at asc, t.id asc limit 51;

-- idea: by createdAt
select … from idea t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[]))))) order by t.created_at asc, t.id asc limit 51;

-- idea: by createdAt, on from a row
select … from idea t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (t.created_at, t.id) > ($9::timestamptz, $10::uuid)) order by t.created_at asc, t.id asc limit 51;

-- idea: by -createdAt
select … from idea t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- idea: by -createdAt, on from a row
select … from idea t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (t.created_at, t.id) < ($9::timestamptz, $10::uuid)) order by t.created_at desc, t.id desc limit 51;

-- idea: by updatedAt
select … from idea t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- idea: by updatedAt, on from a row
select … from idea t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (t.updated_at, t.id) > ($9::timestamptz, $10::uuid)) order by t.updated_at asc, t.id asc limit 51;

-- idea: by -updatedAt
select … from idea t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[]))))) order by t.updated_at desc, t.id desc limit 51;

-- idea: by -updatedAt, on from a row
select … from idea t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (t.updated_at, t.id) < ($9::timestamptz, $10::uuid)) order by t.updated_at desc, t.id desc limit 51;

-- idea: by score
select … from idea t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and t.score is not null) order by t.score asc, t.id asc limit 51;

-- idea: by score, on from a row
select … from idea t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and t.score is not null and (t.score, t.id) > ($9::float8, $10::uuid)) order by t.score asc, t.id asc limit 51;

-- idea: by score, those without
select … from idea t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and t.score is null and t.id > $9::uuid) order by t.id asc limit 51;

-- idea: by -score
select … from idea t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and t.score is not null) order by t.score desc, t.id desc limit 51;

-- idea: by -score, on from a row
select … from idea t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and t.score is not null and (t.score, t.id) < ($9::float8, $10::uuid)) order by t.score desc, t.id desc limit 51;

-- idea: by -score, those without
select … from idea t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and t.score is null and t.id < $9::uuid) order by t.id desc limit 51;

-- idea: where state is given
select … from idea t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.state = $2::text and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- idea: where state is given, counted
select (select count(*) from (select 1 from idea t where t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.state = $2::text order by t.state, t.created_at, t.id limit 3001) met);

-- idea: where state is given, gathered by updatedAt
select … from (select t.* from idea t where t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.state = $10::text order by t.state, t.created_at, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.state = $2::text and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- idea: where mergedIntoId is given
select … from idea t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.merged_into_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- idea: where mergedIntoId is given, counted
select (select count(*) from (select 1 from idea t where t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.merged_into_id = $2::uuid order by t.merged_into_id, t.created_at, t.id limit 3001) met);

-- idea: where mergedIntoId is given, gathered by updatedAt
select … from (select t.* from idea t where t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.merged_into_id = $10::uuid order by t.merged_into_id, t.created_at, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.merged_into_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- idea: where productId is given
select … from idea t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.product_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- idea: where productId is given, counted
select (select count(*) from (select 1 from idea t where t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.product_id = $2::uuid order by t.product_id, t.created_at, t.id limit 3001) met);

-- idea: where productId is given, gathered by updatedAt
select … from (select t.* from idea t where t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.product_id = $10::uuid order by t.product_id, t.created_at, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.product_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- decision: by createdAt
select … from decision t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[]))))) order by t.created_at asc, t.id asc limit 51;

-- decision: by createdAt, on from a row
select … from decision t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (t.created_at, t.id) > ($9::timestamptz, $10::uuid)) order by t.created_at asc, t.id asc limit 51;

-- decision: by -createdAt
select … from decision t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- decision: by -createdAt, on from a row
select … from decision t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (t.created_at, t.id) < ($9::timestamptz, $10::uuid)) order by t.created_at desc, t.id desc limit 51;

-- decision: by updatedAt
select … from decision t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- decision: by updatedAt, on from a row
select … from decision t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (t.updated_at, t.id) > ($9::timestamptz, $10::uuid)) order by t.updated_at asc, t.id asc limit 51;

-- decision: by -updatedAt
select … from decision t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[]))))) order by t.updated_at desc, t.id desc limit 51;

-- decision: by -updatedAt, on from a row
select … from decision t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (t.updated_at, t.id) < ($9::timestamptz, $10::uuid)) order by t.updated_at desc, t.id desc limit 51;

-- decision: by decidedAt
select … from decision t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and t.decided_at is not null) order by t.decided_at asc, t.id asc limit 51;

-- decision: by decidedAt, on from a row
select … from decision t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and t.decided_at is not null and (t.decided_at, t.id) > ($9::timestamptz, $10::uuid)) order by t.decided_at asc, t.id asc limit 51;

-- decision: by decidedAt, those without
select … from decision t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and t.decided_at is null and t.id > $9::uuid) order by t.id asc limit 51;

-- decision: by -decidedAt
select … from decision t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and t.decided_at is not null) order by t.decided_at desc, t.id desc limit 51;

-- decision: by -decidedAt, on from a row
select … from decision t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and t.decided_at is not null and (t.decided_at, t.id) < ($9::timestamptz, $10::uuid)) order by t.decided_at desc, t.id desc limit 51;

-- decision: by -decidedAt, those without
select … from decision t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and t.decided_at is null and t.id < $9::uuid) order by t.id desc limit 51;

-- decision: where decidedById is given
select … from decision t where (t.workspace_id = $1 and t.removed_at is null and t.decided_by_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- decision: where decidedById is given, counted
select (select count(*) from (select 1 from decision t where t.workspace_id = $1 and t.removed_at is null and t.decided_by_id = $2::uuid order by t.decided_by_id, t.created_at, t.id limit 3001) met);

-- decision: where decidedById is given, gathered by updatedAt
select … from (select t.* from decision t where t.workspace_id = $1 and t.removed_at is null and t.decided_by_id = $10::uuid order by t.decided_by_id, t.created_at, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.decided_by_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- decision: where productId is given
select … from decision t where (t.workspace_id = $1 and t.removed_at is null and t.product_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- decision: where productId is given, counted
select (select count(*) from (select 1 from decision t where t.workspace_id = $1 and t.removed_at is null and t.product_id = $2::uuid order by t.product_id, t.created_at, t.id limit 3001) met);

-- decision: where productId is given, gathered by updatedAt
select … from (select t.* from decision t where t.workspace_id = $1 and t.removed_at is null and t.product_id = $10::uuid order by t.product_id, t.created_at, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.product_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- roadmap-item: by createdAt
select … from roadmap_item t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[]))))) order by t.created_at asc, t.id asc limit 51;

-- roadmap-item: by createdAt, on from a row
select … from roadmap_item t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (t.created_at, t.id) > ($9::timestamptz, $10::uuid)) order by t.created_at asc, t.id asc limit 51;

-- roadmap-item: by -createdAt
select … from roadmap_item t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- roadmap-item: by -createdAt, on from a row
select … from roadmap_item t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (t.created_at, t.id) < ($9::timestamptz, $10::uuid)) order by t.created_at desc, t.id desc limit 51;

-- roadmap-item: by updatedAt
select … from roadmap_item t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- roadmap-item: by updatedAt, on from a row
select … from roadmap_item t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (t.updated_at, t.id) > ($9::timestamptz, $10::uuid)) order by t.updated_at asc, t.id asc limit 51;

-- roadmap-item: by -updatedAt
select … from roadmap_item t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[]))))) order by t.updated_at desc, t.id desc limit 51;

-- roadmap-item: by -updatedAt, on from a row
select … from roadmap_item t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (t.updated_at, t.id) < ($9::timestamptz, $10::uuid)) order by t.updated_at desc, t.id desc limit 51;

-- roadmap-item: where commitment is given
select … from roadmap_item t where (t.workspace_id = $1 and t.removed_at is null and t.commitment = $2::text and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- roadmap-item: where commitment is given, counted
select (select count(*) from (select 1 from roadmap_item t where t.workspace_id = $1 and t.removed_at is null and t.commitment = $2::text order by t.commitment, t.created_at, t.id limit 3001) met);

-- roadmap-item: where commitment is given, gathered by updatedAt
select … from (select t.* from roadmap_item t where t.workspace_id = $1 and t.removed_at is null and t.commitment = $10::text order by t.commitment, t.created_at, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.commitment = $2::text and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- roadmap-item: where status is given
select … from roadmap_item t where (t.workspace_id = $1 and t.removed_at is null and t.status = $2::text and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- roadmap-item: where status is given, counted
select (select count(*) from (select 1 from roadmap_item t where t.workspace_id = $1 and t.removed_at is null and t.status = $2::text order by t.status, t.created_at, t.id limit 3001) met);

-- roadmap-item: where status is given, gathered by updatedAt
select … from (select t.* from roadmap_item t where t.workspace_id = $1 and t.removed_at is null and t.status = $10::text order by t.status, t.created_at, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.status = $2::text and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- roadmap-item: where teamId is given
select … from roadmap_item t where (t.workspace_id = $1 and t.removed_at is null and t.team_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- roadmap-item: where teamId is given, counted
select (select count(*) from (select 1 from roadmap_item t where t.workspace_id = $1 and t.removed_at is null and t.team_id = $2::uuid order by t.team_id, t.created_at, t.id limit 3001) met);

-- roadmap-item: where teamId is given, gathered by updatedAt
select … from (select t.* from roadmap_item t where t.workspace_id = $1 and t.removed_at is null and t.team_id = $10::uuid order by t.team_id, t.created_at, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.team_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- roadmap-item: where productId is given
select … from roadmap_item t where (t.workspace_id = $1 and t.removed_at is null and t.product_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- roadmap-item: where productId is given, counted
select (select count(*) from (select 1 from roadmap_item t where t.workspace_id = $1 and t.removed_at is null and t.product_id = $2::uuid order by t.product_id, t.created_at, t.id limit 3001) met);

-- roadmap-item: where productId is given, gathered by updatedAt
select … from (select t.* from roadmap_item t where t.workspace_id = $1 and t.removed_at is null and t.product_id = $10::uuid order by t.product_id, t.created_at, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.product_id = $2::uuid and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.updated_at asc, t.id asc limit 51;

-- custom-field: by createdAt
select … from custom_field t where (t.workspace_id = $1 and t.removed_at is null) order by t.created_at asc, t.id asc limit 51;

-- custom-field: by createdAt, on from a row
select … from custom_field t where (t.workspace_id = $1 and t.removed_at is null and (t.created_at, t.id) > ($2::timestamptz, $3::uuid)) order by t.created_at asc, t.id asc limit 51;

-- custom-field: by -createdAt
select … from custom_field t where (t.workspace_id = $1 and t.removed_at is null) order by t.created_at desc, t.id desc limit 51;

-- custom-field: by -createdAt, on from a row
select … from custom_field t where (t.workspace_id = $1 and t.removed_at is null and (t.created_at, t.id) < ($2::timestamptz, $3::uuid)) order by t.created_at desc, t.id desc limit 51;

-- custom-field: by updatedAt
select … from custom_field t where (t.workspace_id = $1 and t.removed_at is null) order by t.updated_at asc, t.id asc limit 51;

-- custom-field: by updatedAt, on from a row
select … from custom_field t where (t.workspace_id = $1 and t.removed_at is null and (t.updated_at, t.id) > ($2::timestamptz, $3::uuid)) order by t.updated_at asc, t.id asc limit 51;

-- custom-field: by -updatedAt
select … from custom_field t where (t.workspace_id = $1 and t.removed_at is null) order by t.updated_at desc, t.id desc limit 51;

-- custom-field: by -updatedAt, on from a row
select … from custom_field t where (t.workspace_id = $1 and t.removed_at is null and (t.updated_at, t.id) < ($2::timestamptz, $3::uuid)) order by t.updated_at desc, t.id desc limit 51;

-- custom-field: by label
select … from custom_field t where (t.workspace_id = $1 and t.removed_at is null) order by t.label asc, t.id asc limit 51;

-- custom-field: by label, on from a row
select … from custom_field t where (t.workspace_id = $1 and t.removed_at is null and (t.label, t.id) > ($2::text, $3::uuid)) order by t.label asc, t.id asc limit 51;

-- custom-field: by -label
select … from custom_field t where (t.workspace_id = $1 and t.removed_at is null) order by t.label desc, t.id desc limit 51;

-- custom-field: by -label, on from a row
select … from custom_field t where (t.workspace_id = $1 and t.removed_at is null and (t.label, t.id) < ($2::text, $3::uuid)) order by t.label desc, t.id desc limit 51;

-- custom-field: where of is given
select … from custom_field t where (t.workspace_id = $1 and t.removed_at is null and t.of = $2::text) order by t.label asc, t.id asc limit 51;

-- custom-field: where of is given, counted
select (select count(*) from (select 1 from custom_field t where t.workspace_id = $1 and t.removed_at is null and t.of = $2::text order by t.of, t.label, t.id limit 3001) met);

-- custom-field: where of is given, gathered by updatedAt
select … from (select t.* from custom_field t where t.workspace_id = $1 and t.removed_at is null and t.of = $3::text order by t.of, t.label, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.of = $2::text) order by t.updated_at asc, t.id asc limit 51;

-- saved-view: by createdAt
select … from saved_view t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or t.shared = $3::boolean)) order by t.created_at asc, t.id asc limit 51;

-- saved-view: by createdAt, on from a row
select … from saved_view t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or t.shared = $3::boolean) and (t.created_at, t.id) > ($4::timestamptz, $5::uuid)) order by t.created_at asc, t.id asc limit 51;

-- saved-view: by -createdAt
select … from saved_view t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or t.shared = $3::boolean)) order by t.created_at desc, t.id desc limit 51;

-- saved-view: by -createdAt, on from a row
select … from saved_view t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or t.shared = $3::boolean) and (t.created_at, t.id) < ($4::timestamptz, $5::uuid)) order by t.created_at desc, t.id desc limit 51;

-- saved-view: by updatedAt
select … from saved_view t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or t.shared = $3::boolean)) order by t.updated_at asc, t.id asc limit 51;

-- saved-view: by updatedAt, on from a row
select … from saved_view t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or t.shared = $3::boolean) and (t.updated_at, t.id) > ($4::timestamptz, $5::uuid)) order by t.updated_at asc, t.id asc limit 51;

-- saved-view: by -updatedAt
select … from saved_view t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or t.shared = $3::boolean)) order by t.updated_at desc, t.id desc limit 51;

-- saved-view: by -updatedAt, on from a row
select … from saved_view t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or t.shared = $3::boolean) and (t.updated_at, t.id) < ($4::timestamptz, $5::uuid)) order by t.updated_at desc, t.id desc limit 51;

-- saved-view: by title
select … from saved_view t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or t.shared = $3::boolean)) order by t.title asc, t.id asc limit 51;

-- saved-view: by title, on from a row
select … from saved_view t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or t.shared = $3::boolean) and (t.title, t.id) > ($4::text, $5::uuid)) order by t.title asc, t.id asc limit 51;

-- saved-view: by -title
select … from saved_view t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or t.shared = $3::boolean)) order by t.title desc, t.id desc limit 51;

-- saved-view: by -title, on from a row
select … from saved_view t where (t.workspace_id = $1 and t.removed_at is null and (t.created_by_id = $2::uuid or t.shared = $3::boolean) and (t.title, t.id) < ($4::text, $5::uuid)) order by t.title desc, t.id desc limit 51;

-- saved-view: where of is given
select … from saved_view t where (t.workspace_id = $1 and t.removed_at is null and t.of = $2::text and (t.created_by_id = $3::uuid or t.shared = $4::boolean)) order by t.title asc, t.id asc limit 51;

-- saved-view: where of is given, counted
select (select count(*) from (select 1 from saved_view t where t.workspace_id = $1 and t.removed_at is null and t.of = $2::text order by t.of, t.title, t.id limit 3001) met);

-- saved-view: where of is given, gathered by updatedAt
select … from (select t.* from saved_view t where t.workspace_id = $1 and t.removed_at is null and t.of = $5::text order by t.of, t.title, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.of = $2::text and (t.created_by_id = $3::uuid or t.shared = $4::boolean)) order by t.updated_at asc, t.id asc limit 51;

-- link: by createdAt
select … from link t where (t.workspace_id = $1 and t.removed_at is null and (case t.from_kind when 'feedback' then (select (t_1.created_by_id = $2::uuid or (t_1.draft = $3::boolean and (t_1.visibility = $4::text or (t_1.visibility = $5::text and t_1.team_ids && $6::uuid[]) or (t_1.visibility = $7::text and t_1.person_ids && $8::uuid[])))) from feedback t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'quote' then (select (select (t_1_2.created_by_id = $9::uuid or (t_1_2.draft = $10::boolean and (t_1_2.visibility = $11::text or (t_1_2.visibility = $12::text and t_1_2.team_ids && $13::uuid[]) or (t_1_2.visibility = $14::text and t_1_2.person_ids && $15::uuid[])))) from feedback t_1_2 where t_1_2.workspace_id = $1 and t_1_2.id = t_1.feedback_id) from quote t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'insight' then (select (t_1.created_by_id = $16::uuid or (t_1.draft = $17::boolean and (t_1.visibility = $18::text or (t_1.visibility = $19::text and t_1.team_ids && $20::uuid[]) or (t_1.visibility = $21::text and t_1.person_ids && $22::uuid[])))) from insight t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'idea' then (select (t_1.created_by_id = $23::uuid or (t_1.draft = $24::boolean and (t_1.visibility = $25::text or (t_1.visibility = $26::text and t_1.team_ids && $27::uuid[]) or (t_1.visibility = $28::text and t_1.person_ids && $29::uuid[])))) from idea t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'decision' then (select (t_1.created_by_id = $30::uuid or (t_1.draft = $31::boolean and (t_1.visibility = $32::text or (t_1.visibility = $33::text and t_1.team_ids && $34::uuid[]) or (t_1.visibility = $35::text and t_1.person_ids && $36::uuid[])))) from decision t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'roadmap-item' then (select (t_1.created_by_id = $37::uuid or (t_1.draft = $38::boolean and (t_1.visibility = $39::text or (t_1.visibility = $40::text and t_1.team_ids && $41::uuid[]) or (t_1.visibility = $42::text and t_1.person_ids && $43::uuid[])))) from roadmap_item t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) else false end and case t.to_kind when 'insight' then (select (t_1.created_by_id = $44::uuid or (t_1.draft = $45::boolean and (t_1.visibility = $46::text or (t_1.visibility = $47::text and t_1.team_ids && $48::uuid[]) or (t_1.visibility = $49::text and t_1.person_ids && $50::uuid[])))) from insight t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'need' then (select (t_1.created_by_id = $51::uuid or (t_1.draft = $52::boolean and (t_1.visibility = $53::text or (t_1.visibility = $54::text and t_1.team_ids && $55::uuid[]) or (t_1.visibility = $56::text and t_1.person_ids && $57::uuid[])))) from need t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'objective' then (select (t_1.created_by_id = $58::uuid or (t_1.draft = $59::boolean and (t_1.visibility = $60::text or (t_1.visibility = $61::text and t_1.team_ids && $62::uuid[]) or (t_1.visibility = $63::text and t_1.person_ids && $64::uuid[])))) from objective t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'key-result' then (select (select (t_1_2.created_by_id = $65::uuid or (t_1_2.draft = $66::boolean and (t_1_2.visibility = $67::text or (t_1_2.visibility = $68::text and t_1_2.team_ids && $69::uuid[]) or (t_1_2.visibility = $70::text and t_1_2.person_ids && $71::uuid[])))) from objective t_1_2 where t_1_2.workspace_id = $1 and t_1_2.id = t_1.objective_id) from key_result t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'idea' then (select (t_1.created_by_id = $72::uuid or (t_1.draft = $73::boolean and (t_1.visibility = $74::text or (t_1.visibility = $75::text and t_1.team_ids && $76::uuid[]) or (t_1.visibility = $77::text and t_1.person_ids && $78::uuid[])))) from idea t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'roadmap-item' then (select (t_1.created_by_id = $79::uuid or (t_1.draft = $80::boolean and (t_1.visibility = $81::text or (t_1.visibility = $82::text and t_1.team_ids && $83::uuid[]) or (t_1.visibility = $84::text and t_1.person_ids && $85::uuid[])))) from roadmap_item t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) else false end)) order by t.created_at asc, t.id asc limit 51;

-- link: by createdAt, on from a row
select … from link t where (t.workspace_id = $1 and t.removed_at is null and (case t.from_kind when 'feedback' then (select (t_1.created_by_id = $2::uuid or (t_1.draft = $3::boolean and (t_1.visibility = $4::text or (t_1.visibility = $5::text and t_1.team_ids && $6::uuid[]) or (t_1.visibility = $7::text and t_1.person_ids && $8::uuid[])))) from feedback t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'quote' then (select (select (t_1_2.created_by_id = $9::uuid or (t_1_2.draft = $10::boolean and (t_1_2.visibility = $11::text or (t_1_2.visibility = $12::text and t_1_2.team_ids && $13::uuid[]) or (t_1_2.visibility = $14::text and t_1_2.person_ids && $15::uuid[])))) from feedback t_1_2 where t_1_2.workspace_id = $1 and t_1_2.id = t_1.feedback_id) from quote t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'insight' then (select (t_1.created_by_id = $16::uuid or (t_1.draft = $17::boolean and (t_1.visibility = $18::text or (t_1.visibility = $19::text and t_1.team_ids && $20::uuid[]) or (t_1.visibility = $21::text and t_1.person_ids && $22::uuid[])))) from insight t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'idea' then (select (t_1.created_by_id = $23::uuid or (t_1.draft = $24::boolean and (t_1.visibility = $25::text or (t_1.visibility = $26::text and t_1.team_ids && $27::uuid[]) or (t_1.visibility = $28::text and t_1.person_ids && $29::uuid[])))) from idea t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'decision' then (select (t_1.created_by_id = $30::uuid or (t_1.draft = $31::boolean and (t_1.visibility = $32::text or (t_1.visibility = $33::text and t_1.team_ids && $34::uuid[]) or (t_1.visibility = $35::text and t_1.person_ids && $36::uuid[])))) from decision t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'roadmap-item' then (select (t_1.created_by_id = $37::uuid or (t_1.draft = $38::boolean and (t_1.visibility = $39::text or (t_1.visibility = $40::text and t_1.team_ids && $41::uuid[]) or (t_1.visibility = $42::text and t_1.person_ids && $43::uuid[])))) from roadmap_item t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) else false end and case t.to_kind when 'insight' then (select (t_1.created_by_id = $44::uuid or (t_1.draft = $45::boolean and (t_1.visibility = $46::text or (t_1.visibility = $47::text and t_1.team_ids && $48::uuid[]) or (t_1.visibility = $49::text and t_1.person_ids && $50::uuid[])))) from insight t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'need' then (select (t_1.created_by_id = $51::uuid or (t_1.draft = $52::boolean and (t_1.visibility = $53::text or (t_1.visibility = $54::text and t_1.team_ids && $55::uuid[]) or (t_1.visibility = $56::text and t_1.person_ids && $57::uuid[])))) from need t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'objective' then (select (t_1.created_by_id = $58::uuid or (t_1.draft = $59::boolean and (t_1.visibility = $60::text or (t_1.visibility = $61::text and t_1.team_ids && $62::uuid[]) or (t_1.visibility = $63::text and t_1.person_ids && $64::uuid[])))) from objective t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'key-result' then (select (select (t_1_2.created_by_id = $65::uuid or (t_1_2.draft = $66::boolean and (t_1_2.visibility = $67::text or (t_1_2.visibility = $68::text and t_1_2.team_ids && $69::uuid[]) or (t_1_2.visibility = $70::text and t_1_2.person_ids && $71::uuid[])))) from objective t_1_2 where t_1_2.workspace_id = $1 and t_1_2.id = t_1.objective_id) from key_result t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'idea' then (select (t_1.created_by_id = $72::uuid or (t_1.draft = $73::boolean and (t_1.visibility = $74::text or (t_1.visibility = $75::text and t_1.team_ids && $76::uuid[]) or (t_1.visibility = $77::text and t_1.person_ids && $78::uuid[])))) from idea t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'roadmap-item' then (select (t_1.created_by_id = $79::uuid or (t_1.draft = $80::boolean and (t_1.visibility = $81::text or (t_1.visibility = $82::text and t_1.team_ids && $83::uuid[]) or (t_1.visibility = $84::text and t_1.person_ids && $85::uuid[])))) from roadmap_item t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) else false end) and (t.created_at, t.id) > ($86::timestamptz, $87::uuid)) order by t.created_at asc, t.id asc limit 51;

-- link: by -createdAt
select … from link t where (t.workspace_id = $1 and t.removed_at is null and (case t.from_kind when 'feedback' then (select (t_1.created_by_id = $2::uuid or (t_1.draft = $3::boolean and (t_1.visibility = $4::text or (t_1.visibility = $5::text and t_1.team_ids && $6::uuid[]) or (t_1.visibility = $7::text and t_1.person_ids && $8::uuid[])))) from feedback t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'quote' then (select (select (t_1_2.created_by_id = $9::uuid or (t_1_2.draft = $10::boolean and (t_1_2.visibility = $11::text or (t_1_2.visibility = $12::text and t_1_2.team_ids && $13::uuid[]) or (t_1_2.visibility = $14::text and t_1_2.person_ids && $15::uuid[])))) from feedback t_1_2 where t_1_2.workspace_id = $1 and t_1_2.id = t_1.feedback_id) from quote t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'insight' then (select (t_1.created_by_id = $16::uuid or (t_1.draft = $17::boolean and (t_1.visibility = $18::text or (t_1.visibility = $19::text and t_1.team_ids && $20::uuid[]) or (t_1.visibility = $21::text and t_1.person_ids && $22::uuid[])))) from insight t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'idea' then (select (t_1.created_by_id = $23::uuid or (t_1.draft = $24::boolean and (t_1.visibility = $25::text or (t_1.visibility = $26::text and t_1.team_ids && $27::uuid[]) or (t_1.visibility = $28::text and t_1.person_ids && $29::uuid[])))) from idea t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'decision' then (select (t_1.created_by_id = $30::uuid or (t_1.draft = $31::boolean and (t_1.visibility = $32::text or (t_1.visibility = $33::text and t_1.team_ids && $34::uuid[]) or (t_1.visibility = $35::text and t_1.person_ids && $36::uuid[])))) from decision t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'roadmap-item' then (select (t_1.created_by_id = $37::uuid or (t_1.draft = $38::boolean and (t_1.visibility = $39::text or (t_1.visibility = $40::text and t_1.team_ids && $41::uuid[]) or (t_1.visibility = $42::text and t_1.person_ids && $43::uuid[])))) from roadmap_item t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) else false end and case t.to_kind when 'insight' then (select (t_1.created_by_id = $44::uuid or (t_1.draft = $45::boolean and (t_1.visibility = $46::text or (t_1.visibility = $47::text and t_1.team_ids && $48::uuid[]) or (t_1.visibility = $49::text and t_1.person_ids && $50::uuid[])))) from insight t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'need' then (select (t_1.created_by_id = $51::uuid or (t_1.draft = $52::boolean and (t_1.visibility = $53::text or (t_1.visibility = $54::text and t_1.team_ids && $55::uuid[]) or (t_1.visibility = $56::text and t_1.person_ids && $57::uuid[])))) from need t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'objective' then (select (t_1.created_by_id = $58::uuid or (t_1.draft = $59::boolean and (t_1.visibility = $60::text or (t_1.visibility = $61::text and t_1.team_ids && $62::uuid[]) or (t_1.visibility = $63::text and t_1.person_ids && $64::uuid[])))) from objective t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'key-result' then (select (select (t_1_2.created_by_id = $65::uuid or (t_1_2.draft = $66::boolean and (t_1_2.visibility = $67::text or (t_1_2.visibility = $68::text and t_1_2.team_ids && $69::uuid[]) or (t_1_2.visibility = $70::text and t_1_2.person_ids && $71::uuid[])))) from objective t_1_2 where t_1_2.workspace_id = $1 and t_1_2.id = t_1.objective_id) from key_result t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'idea' then (select (t_1.created_by_id = $72::uuid or (t_1.draft = $73::boolean and (t_1.visibility = $74::text or (t_1.visibility = $75::text and t_1.team_ids && $76::uuid[]) or (t_1.visibility = $77::text and t_1.person_ids && $78::uuid[])))) from idea t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'roadmap-item' then (select (t_1.created_by_id = $79::uuid or (t_1.draft = $80::boolean and (t_1.visibility = $81::text or (t_1.visibility = $82::text and t_1.team_ids && $83::uuid[]) or (t_1.visibility = $84::text and t_1.person_ids && $85::uuid[])))) from roadmap_item t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) else false end)) order by t.created_at desc, t.id desc limit 51;

-- link: by -createdAt, on from a row
select … from link t where (t.workspace_id = $1 and t.removed_at is null and (case t.from_kind when 'feedback' then (select (t_1.created_by_id = $2::uuid or (t_1.draft = $3::boolean and (t_1.visibility = $4::text or (t_1.visibility = $5::text and t_1.team_ids && $6::uuid[]) or (t_1.visibility = $7::text and t_1.person_ids && $8::uuid[])))) from feedback t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'quote' then (select (select (t_1_2.created_by_id = $9::uuid or (t_1_2.draft = $10::boolean and (t_1_2.visibility = $11::text or (t_1_2.visibility = $12::text and t_1_2.team_ids && $13::uuid[]) or (t_1_2.visibility = $14::text and t_1_2.person_ids && $15::uuid[])))) from feedback t_1_2 where t_1_2.workspace_id = $1 and t_1_2.id = t_1.feedback_id) from quote t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'insight' then (select (t_1.created_by_id = $16::uuid or (t_1.draft = $17::boolean and (t_1.visibility = $18::text or (t_1.visibility = $19::text and t_1.team_ids && $20::uuid[]) or (t_1.visibility = $21::text and t_1.person_ids && $22::uuid[])))) from insight t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'idea' then (select (t_1.created_by_id = $23::uuid or (t_1.draft = $24::boolean and (t_1.visibility = $25::text or (t_1.visibility = $26::text and t_1.team_ids && $27::uuid[]) or (t_1.visibility = $28::text and t_1.person_ids && $29::uuid[])))) from idea t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'decision' then (select (t_1.created_by_id = $30::uuid or (t_1.draft = $31::boolean and (t_1.visibility = $32::text or (t_1.visibility = $33::text and t_1.team_ids && $34::uuid[]) or (t_1.visibility = $35::text and t_1.person_ids && $36::uuid[])))) from decision t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'roadmap-item' then (select (t_1.created_by_id = $37::uuid or (t_1.draft = $38::boolean and (t_1.visibility = $39::text or (t_1.visibility = $40::text and t_1.team_ids && $41::uuid[]) or (t_1.visibility = $42::text and t_1.person_ids && $43::uuid[])))) from roadmap_item t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) else false end and case t.to_kind when 'insight' then (select (t_1.created_by_id = $44::uuid or (t_1.draft = $45::boolean and (t_1.visibility = $46::text or (t_1.visibility = $47::text and t_1.team_ids && $48::uuid[]) or (t_1.visibility = $49::text and t_1.person_ids && $50::uuid[])))) from insight t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'need' then (select (t_1.created_by_id = $51::uuid or (t_1.draft = $52::boolean and (t_1.visibility = $53::text or (t_1.visibility = $54::text and t_1.team_ids && $55::uuid[]) or (t_1.visibility = $56::text and t_1.person_ids && $57::uuid[])))) from need t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'objective' then (select (t_1.created_by_id = $58::uuid or (t_1.draft = $59::boolean and (t_1.visibility = $60::text or (t_1.visibility = $61::text and t_1.team_ids && $62::uuid[]) or (t_1.visibility = $63::text and t_1.person_ids && $64::uuid[])))) from objective t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'key-result' then (select (select (t_1_2.created_by_id = $65::uuid or (t_1_2.draft = $66::boolean and (t_1_2.visibility = $67::text or (t_1_2.visibility = $68::text and t_1_2.team_ids && $69::uuid[]) or (t_1_2.visibility = $70::text and t_1_2.person_ids && $71::uuid[])))) from objective t_1_2 where t_1_2.workspace_id = $1 and t_1_2.id = t_1.objective_id) from key_result t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'idea' then (select (t_1.created_by_id = $72::uuid or (t_1.draft = $73::boolean and (t_1.visibility = $74::text or (t_1.visibility = $75::text and t_1.team_ids && $76::uuid[]) or (t_1.visibility = $77::text and t_1.person_ids && $78::uuid[])))) from idea t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'roadmap-item' then (select (t_1.created_by_id = $79::uuid or (t_1.draft = $80::boolean and (t_1.visibility = $81::text or (t_1.visibility = $82::text and t_1.team_ids && $83::uuid[]) or (t_1.visibility = $84::text and t_1.person_ids && $85::uuid[])))) from roadmap_item t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) else false end) and (t.created_at, t.id) < ($86::timestamptz, $87::uuid)) order by t.created_at desc, t.id desc limit 51;

-- link: by updatedAt
select … from link t where (t.workspace_id = $1 and t.removed_at is null and (case t.from_kind when 'feedback' then (select (t_1.created_by_id = $2::uuid or (t_1.draft = $3::boolean and (t_1.visibility = $4::text or (t_1.visibility = $5::text and t_1.team_ids && $6::uuid[]) or (t_1.visibility = $7::text and t_1.person_ids && $8::uuid[])))) from feedback t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'quote' then (select (select (t_1_2.created_by_id = $9::uuid or (t_1_2.draft = $10::boolean and (t_1_2.visibility = $11::text or (t_1_2.visibility = $12::text and t_1_2.team_ids && $13::uuid[]) or (t_1_2.visibility = $14::text and t_1_2.person_ids && $15::uuid[])))) from feedback t_1_2 where t_1_2.workspace_id = $1 and t_1_2.id = t_1.feedback_id) from quote t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'insight' then (select (t_1.created_by_id = $16::uuid or (t_1.draft = $17::boolean and (t_1.visibility = $18::text or (t_1.visibility = $19::text and t_1.team_ids && $20::uuid[]) or (t_1.visibility = $21::text and t_1.person_ids && $22::uuid[])))) from insight t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'idea' then (select (t_1.created_by_id = $23::uuid or (t_1.draft = $24::boolean and (t_1.visibility = $25::text or (t_1.visibility = $26::text and t_1.team_ids && $27::uuid[]) or (t_1.visibility = $28::text and t_1.person_ids && $29::uuid[])))) from idea t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'decision' then (select (t_1.created_by_id = $30::uuid or (t_1.draft = $31::boolean and (t_1.visibility = $32::text or (t_1.visibility = $33::text and t_1.team_ids && $34::uuid[]) or (t_1.visibility = $35::text and t_1.person_ids && $36::uuid[])))) from decision t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'roadmap-item' then (select (t_1.created_by_id = $37::uuid or (t_1.draft = $38::boolean and (t_1.visibility = $39::text or (t_1.visibility = $40::text and t_1.team_ids && $41::uuid[]) or (t_1.visibility = $42::text and t_1.person_ids && $43::uuid[])))) from roadmap_item t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) else false end and case t.to_kind when 'insight' then (select (t_1.created_by_id = $44::uuid or (t_1.draft = $45::boolean and (t_1.visibility = $46::text or (t_1.visibility = $47::text and t_1.team_ids && $48::uuid[]) or (t_1.visibility = $49::text and t_1.person_ids && $50::uuid[])))) from insight t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'need' then (select (t_1.created_by_id = $51::uuid or (t_1.draft = $52::boolean and (t_1.visibility = $53::text or (t_1.visibility = $54::text and t_1.team_ids && $55::uuid[]) or (t_1.visibility = $56::text and t_1.person_ids && $57::uuid[])))) from need t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'objective' then (select (t_1.created_by_id = $58::uuid or (t_1.draft = $59::boolean and (t_1.visibility = $60::text or (t_1.visibility = $61::text and t_1.team_ids && $62::uuid[]) or (t_1.visibility = $63::text and t_1.person_ids && $64::uuid[])))) from objective t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'key-result' then (select (select (t_1_2.created_by_id = $65::uuid or (t_1_2.draft = $66::boolean and (t_1_2.visibility = $67::text or (t_1_2.visibility = $68::text and t_1_2.team_ids && $69::uuid[]) or (t_1_2.visibility = $70::text and t_1_2.person_ids && $71::uuid[])))) from objective t_1_2 where t_1_2.workspace_id = $1 and t_1_2.id = t_1.objective_id) from key_result t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'idea' then (select (t_1.created_by_id = $72::uuid or (t_1.draft = $73::boolean and (t_1.visibility = $74::text or (t_1.visibility = $75::text and t_1.team_ids && $76::uuid[]) or (t_1.visibility = $77::text and t_1.person_ids && $78::uuid[])))) from idea t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'roadmap-item' then (select (t_1.created_by_id = $79::uuid or (t_1.draft = $80::boolean and (t_1.visibility = $81::text or (t_1.visibility = $82::text and t_1.team_ids && $83::uuid[]) or (t_1.visibility = $84::text and t_1.person_ids && $85::uuid[])))) from roadmap_item t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) else false end)) order by t.updated_at asc, t.id asc limit 51;

-- link: by updatedAt, on from a row
select … from link t where (t.workspace_id = $1 and t.removed_at is null and (case t.from_kind when 'feedback' then (select (t_1.created_by_id = $2::uuid or (t_1.draft = $3::boolean and (t_1.visibility = $4::text or (t_1.visibility = $5::text and t_1.team_ids && $6::uuid[]) or (t_1.visibility = $7::text and t_1.person_ids && $8::uuid[])))) from feedback t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'quote' then (select (select (t_1_2.created_by_id = $9::uuid or (t_1_2.draft = $10::boolean and (t_1_2.visibility = $11::text or (t_1_2.visibility = $12::text and t_1_2.team_ids && $13::uuid[]) or (t_1_2.visibility = $14::text and t_1_2.person_ids && $15::uuid[])))) from feedback t_1_2 where t_1_2.workspace_id = $1 and t_1_2.id = t_1.feedback_id) from quote t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'insight' then (select (t_1.created_by_id = $16::uuid or (t_1.draft = $17::boolean and (t_1.visibility = $18::text or (t_1.visibility = $19::text and t_1.team_ids && $20::uuid[]) or (t_1.visibility = $21::text and t_1.person_ids && $22::uuid[])))) from insight t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'idea' then (select (t_1.created_by_id = $23::uuid or (t_1.draft = $24::boolean and (t_1.visibility = $25::text or (t_1.visibility = $26::text and t_1.team_ids && $27::uuid[]) or (t_1.visibility = $28::text and t_1.person_ids && $29::uuid[])))) from idea t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'decision' then (select (t_1.created_by_id = $30::uuid or (t_1.draft = $31::boolean and (t_1.visibility = $32::text or (t_1.visibility = $33::text and t_1.team_ids && $34::uuid[]) or (t_1.visibility = $35::text and t_1.person_ids && $36::uuid[])))) from decision t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'roadmap-item' then (select (t_1.created_by_id = $37::uuid or (t_1.draft = $38::boolean and (t_1.visibility = $39::text or (t_1.visibility = $40::text and t_1.team_ids && $41::uuid[]) or (t_1.visibility = $42::text and t_1.person_ids && $43::uuid[])))) from roadmap_item t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) else false end and case t.to_kind when 'insight' then (select (t_1.created_by_id = $44::uuid or (t_1.draft = $45::boolean and (t_1.visibility = $46::text or (t_1.visibility = $47::text and t_1.team_ids && $48::uuid[]) or (t_1.visibility = $49::text and t_1.person_ids && $50::uuid[])))) from insight t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'need' then (select (t_1.created_by_id = $51::uuid or (t_1.draft = $52::boolean and (t_1.visibility = $53::text or (t_1.visibility = $54::text and t_1.team_ids && $55::uuid[]) or (t_1.visibility = $56::text and t_1.person_ids && $57::uuid[])))) from need t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'objective' then (select (t_1.created_by_id = $58::uuid or (t_1.draft = $59::boolean and (t_1.visibility = $60::text or (t_1.visibility = $61::text and t_1.team_ids && $62::uuid[]) or (t_1.visibility = $63::text and t_1.person_ids && $64::uuid[])))) from objective t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'key-result' then (select (select (t_1_2.created_by_id = $65::uuid or (t_1_2.draft = $66::boolean and (t_1_2.visibility = $67::text or (t_1_2.visibility = $68::text and t_1_2.team_ids && $69::uuid[]) or (t_1_2.visibility = $70::text and t_1_2.person_ids && $71::uuid[])))) from objective t_1_2 where t_1_2.workspace_id = $1 and t_1_2.id = t_1.objective_id) from key_result t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'idea' then (select (t_1.created_by_id = $72::uuid or (t_1.draft = $73::boolean and (t_1.visibility = $74::text or (t_1.visibility = $75::text and t_1.team_ids && $76::uuid[]) or (t_1.visibility = $77::text and t_1.person_ids && $78::uuid[])))) from idea t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'roadmap-item' then (select (t_1.created_by_id = $79::uuid or (t_1.draft = $80::boolean and (t_1.visibility = $81::text or (t_1.visibility = $82::text and t_1.team_ids && $83::uuid[]) or (t_1.visibility = $84::text and t_1.person_ids && $85::uuid[])))) from roadmap_item t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) else false end) and (t.updated_at, t.id) > ($86::timestamptz, $87::uuid)) order by t.updated_at asc, t.id asc limit 51;

-- link: by -updatedAt
select … from link t where (t.workspace_id = $1 and t.removed_at is null and (case t.from_kind when 'feedback' then (select (t_1.created_by_id = $2::uuid or (t_1.draft = $3::boolean and (t_1.visibility = $4::text or (t_1.visibility = $5::text and t_1.team_ids && $6::uuid[]) or (t_1.visibility = $7::text and t_1.person_ids && $8::uuid[])))) from feedback t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'quote' then (select (select (t_1_2.created_by_id = $9::uuid or (t_1_2.draft = $10::boolean and (t_1_2.visibility = $11::text or (t_1_2.visibility = $12::text and t_1_2.team_ids && $13::uuid[]) or (t_1_2.visibility = $14::text and t_1_2.person_ids && $15::uuid[])))) from feedback t_1_2 where t_1_2.workspace_id = $1 and t_1_2.id = t_1.feedback_id) from quote t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'insight' then (select (t_1.created_by_id = $16::uuid or (t_1.draft = $17::boolean and (t_1.visibility = $18::text or (t_1.visibility = $19::text and t_1.team_ids && $20::uuid[]) or (t_1.visibility = $21::text and t_1.person_ids && $22::uuid[])))) from insight t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'idea' then (select (t_1.created_by_id = $23::uuid or (t_1.draft = $24::boolean and (t_1.visibility = $25::text or (t_1.visibility = $26::text and t_1.team_ids && $27::uuid[]) or (t_1.visibility = $28::text and t_1.person_ids && $29::uuid[])))) from idea t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'decision' then (select (t_1.created_by_id = $30::uuid or (t_1.draft = $31::boolean and (t_1.visibility = $32::text or (t_1.visibility = $33::text and t_1.team_ids && $34::uuid[]) or (t_1.visibility = $35::text and t_1.person_ids && $36::uuid[])))) from decision t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'roadmap-item' then (select (t_1.created_by_id = $37::uuid or (t_1.draft = $38::boolean and (t_1.visibility = $39::text or (t_1.visibility = $40::text and t_1.team_ids && $41::uuid[]) or (t_1.visibility = $42::text and t_1.person_ids && $43::uuid[])))) from roadmap_item t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) else false end and case t.to_kind when 'insight' then (select (t_1.created_by_id = $44::uuid or (t_1.draft = $45::boolean and (t_1.visibility = $46::text or (t_1.visibility = $47::text and t_1.team_ids && $48::uuid[]) or (t_1.visibility = $49::text and t_1.person_ids && $50::uuid[])))) from insight t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'need' then (select (t_1.created_by_id = $51::uuid or (t_1.draft = $52::boolean and (t_1.visibility = $53::text or (t_1.visibility = $54::text and t_1.team_ids && $55::uuid[]) or (t_1.visibility = $56::text and t_1.person_ids && $57::uuid[])))) from need t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'objective' then (select (t_1.created_by_id = $58::uuid or (t_1.draft = $59::boolean and (t_1.visibility = $60::text or (t_1.visibility = $61::text and t_1.team_ids && $62::uuid[]) or (t_1.visibility = $63::text and t_1.person_ids && $64::uuid[])))) from objective t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'key-result' then (select (select (t_1_2.created_by_id = $65::uuid or (t_1_2.draft = $66::boolean and (t_1_2.visibility = $67::text or (t_1_2.visibility = $68::text and t_1_2.team_ids && $69::uuid[]) or (t_1_2.visibility = $70::text and t_1_2.person_ids && $71::uuid[])))) from objective t_1_2 where t_1_2.workspace_id = $1 and t_1_2.id = t_1.objective_id) from key_result t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'idea' then (select (t_1.created_by_id = $72::uuid or (t_1.draft = $73::boolean and (t_1.visibility = $74::text or (t_1.visibility = $75::text and t_1.team_ids && $76::uuid[]) or (t_1.visibility = $77::text and t_1.person_ids && $78::uuid[])))) from idea t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'roadmap-item' then (select (t_1.created_by_id = $79::uuid or (t_1.draft = $80::boolean and (t_1.visibility = $81::text or (t_1.visibility = $82::text and t_1.team_ids && $83::uuid[]) or (t_1.visibility = $84::text and t_1.person_ids && $85::uuid[])))) from roadmap_item t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) else false end)) order by t.updated_at desc, t.id desc limit 51;

-- link: by -updatedAt, on from a row
select … from link t where (t.workspace_id = $1 and t.removed_at is null and (case t.from_kind when 'feedback' then (select (t_1.created_by_id = $2::uuid or (t_1.draft = $3::boolean and (t_1.visibility = $4::text or (t_1.visibility = $5::text and t_1.team_ids && $6::uuid[]) or (t_1.visibility = $7::text and t_1.person_ids && $8::uuid[])))) from feedback t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'quote' then (select (select (t_1_2.created_by_id = $9::uuid or (t_1_2.draft = $10::boolean and (t_1_2.visibility = $11::text or (t_1_2.visibility = $12::text and t_1_2.team_ids && $13::uuid[]) or (t_1_2.visibility = $14::text and t_1_2.person_ids && $15::uuid[])))) from feedback t_1_2 where t_1_2.workspace_id = $1 and t_1_2.id = t_1.feedback_id) from quote t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'insight' then (select (t_1.created_by_id = $16::uuid or (t_1.draft = $17::boolean and (t_1.visibility = $18::text or (t_1.visibility = $19::text and t_1.team_ids && $20::uuid[]) or (t_1.visibility = $21::text and t_1.person_ids && $22::uuid[])))) from insight t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'idea' then (select (t_1.created_by_id = $23::uuid or (t_1.draft = $24::boolean and (t_1.visibility = $25::text or (t_1.visibility = $26::text and t_1.team_ids && $27::uuid[]) or (t_1.visibility = $28::text and t_1.person_ids && $29::uuid[])))) from idea t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'decision' then (select (t_1.created_by_id = $30::uuid or (t_1.draft = $31::boolean and (t_1.visibility = $32::text or (t_1.visibility = $33::text and t_1.team_ids && $34::uuid[]) or (t_1.visibility = $35::text and t_1.person_ids && $36::uuid[])))) from decision t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'roadmap-item' then (select (t_1.created_by_id = $37::uuid or (t_1.draft = $38::boolean and (t_1.visibility = $39::text or (t_1.visibility = $40::text and t_1.team_ids && $41::uuid[]) or (t_1.visibility = $42::text and t_1.person_ids && $43::uuid[])))) from roadmap_item t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) else false end and case t.to_kind when 'insight' then (select (t_1.created_by_id = $44::uuid or (t_1.draft = $45::boolean and (t_1.visibility = $46::text or (t_1.visibility = $47::text and t_1.team_ids && $48::uuid[]) or (t_1.visibility = $49::text and t_1.person_ids && $50::uuid[])))) from insight t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'need' then (select (t_1.created_by_id = $51::uuid or (t_1.draft = $52::boolean and (t_1.visibility = $53::text or (t_1.visibility = $54::text and t_1.team_ids && $55::uuid[]) or (t_1.visibility = $56::text and t_1.person_ids && $57::uuid[])))) from need t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'objective' then (select (t_1.created_by_id = $58::uuid or (t_1.draft = $59::boolean and (t_1.visibility = $60::text or (t_1.visibility = $61::text and t_1.team_ids && $62::uuid[]) or (t_1.visibility = $63::text and t_1.person_ids && $64::uuid[])))) from objective t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'key-result' then (select (select (t_1_2.created_by_id = $65::uuid or (t_1_2.draft = $66::boolean and (t_1_2.visibility = $67::text or (t_1_2.visibility = $68::text and t_1_2.team_ids && $69::uuid[]) or (t_1_2.visibility = $70::text and t_1_2.person_ids && $71::uuid[])))) from objective t_1_2 where t_1_2.workspace_id = $1 and t_1_2.id = t_1.objective_id) from key_result t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'idea' then (select (t_1.created_by_id = $72::uuid or (t_1.draft = $73::boolean and (t_1.visibility = $74::text or (t_1.visibility = $75::text and t_1.team_ids && $76::uuid[]) or (t_1.visibility = $77::text and t_1.person_ids && $78::uuid[])))) from idea t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'roadmap-item' then (select (t_1.created_by_id = $79::uuid or (t_1.draft = $80::boolean and (t_1.visibility = $81::text or (t_1.visibility = $82::text and t_1.team_ids && $83::uuid[]) or (t_1.visibility = $84::text and t_1.person_ids && $85::uuid[])))) from roadmap_item t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) else false end) and (t.updated_at, t.id) < ($86::timestamptz, $87::uuid)) order by t.updated_at desc, t.id desc limit 51;

-- link: where fromId is given
select … from link t where (t.workspace_id = $1 and t.removed_at is null and t.from_id = $2::uuid and (case t.from_kind when 'feedback' then (select (t_1.created_by_id = $3::uuid or (t_1.draft = $4::boolean and (t_1.visibility = $5::text or (t_1.visibility = $6::text and t_1.team_ids && $7::uuid[]) or (t_1.visibility = $8::text and t_1.person_ids && $9::uuid[])))) from feedback t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'quote' then (select (select (t_1_2.created_by_id = $10::uuid or (t_1_2.draft = $11::boolean and (t_1_2.visibility = $12::text or (t_1_2.visibility = $13::text and t_1_2.team_ids && $14::uuid[]) or (t_1_2.visibility = $15::text and t_1_2.person_ids && $16::uuid[])))) from feedback t_1_2 where t_1_2.workspace_id = $1 and t_1_2.id = t_1.feedback_id) from quote t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'insight' then (select (t_1.created_by_id = $17::uuid or (t_1.draft = $18::boolean and (t_1.visibility = $19::text or (t_1.visibility = $20::text and t_1.team_ids && $21::uuid[]) or (t_1.visibility = $22::text and t_1.person_ids && $23::uuid[])))) from insight t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'idea' then (select (t_1.created_by_id = $24::uuid or (t_1.draft = $25::boolean and (t_1.visibility = $26::text or (t_1.visibility = $27::text and t_1.team_ids && $28::uuid[]) or (t_1.visibility = $29::text and t_1.person_ids && $30::uuid[])))) from idea t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'decision' then (select (t_1.created_by_id = $31::uuid or (t_1.draft = $32::boolean and (t_1.visibility = $33::text or (t_1.visibility = $34::text and t_1.team_ids && $35::uuid[]) or (t_1.visibility = $36::text and t_1.person_ids && $37::uuid[])))) from decision t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'roadmap-item' then (select (t_1.created_by_id = $38::uuid or (t_1.draft = $39::boolean and (t_1.visibility = $40::text or (t_1.visibility = $41::text and t_1.team_ids && $42::uuid[]) or (t_1.visibility = $43::text and t_1.person_ids && $44::uuid[])))) from roadmap_item t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) else false end and case t.to_kind when 'insight' then (select (t_1.created_by_id = $45::uuid or (t_1.draft = $46::boolean and (t_1.visibility = $47::text or (t_1.visibility = $48::text and t_1.team_ids && $49::uuid[]) or (t_1.visibility = $50::text and t_1.person_ids && $51::uuid[])))) from insight t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'need' then (select (t_1.created_by_id = $52::uuid or (t_1.draft = $53::boolean and (t_1.visibility = $54::text or (t_1.visibility = $55::text and t_1.team_ids && $56::uuid[]) or (t_1.visibility = $57::text and t_1.person_ids && $58::uuid[])))) from need t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'objective' then (select (t_1.created_by_id = $59::uuid or (t_1.draft = $60::boolean and (t_1.visibility = $61::text or (t_1.visibility = $62::text and t_1.team_ids && $63::uuid[]) or (t_1.visibility = $64::text and t_1.person_ids && $65::uuid[])))) from objective t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'key-result' then (select (select (t_1_2.created_by_id = $66::uuid or (t_1_2.draft = $67::boolean and (t_1_2.visibility = $68::text or (t_1_2.visibility = $69::text and t_1_2.team_ids && $70::uuid[]) or (t_1_2.visibility = $71::text and t_1_2.person_ids && $72::uuid[])))) from objective t_1_2 where t_1_2.workspace_id = $1 and t_1_2.id = t_1.objective_id) from key_result t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'idea' then (select (t_1.created_by_id = $73::uuid or (t_1.draft = $74::boolean and (t_1.visibility = $75::text or (t_1.visibility = $76::text and t_1.team_ids && $77::uuid[]) or (t_1.visibility = $78::text and t_1.person_ids && $79::uuid[])))) from idea t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'roadmap-item' then (select (t_1.created_by_id = $80::uuid or (t_1.draft = $81::boolean and (t_1.visibility = $82::text or (t_1.visibility = $83::text and t_1.team_ids && $84::uuid[]) or (t_1.visibility = $85::text and t_1.person_ids && $86::uuid[])))) from roadmap_item t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) else false end)) order by t.created_at desc, t.id desc limit 51;

-- link: where fromId is given, counted
select (select count(*) from (select 1 from link t where t.workspace_id = $1 and t.removed_at is null and t.from_id = $2::uuid order by t.from_id, t.created_at, t.id limit 3001) met);

-- link: where fromId is given, gathered by updatedAt
select … from (select t.* from link t where t.workspace_id = $1 and t.removed_at is null and t.from_id = $87::uuid order by t.from_id, t.created_at, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.from_id = $2::uuid and (case t.from_kind when 'feedback' then (select (t_1.created_by_id = $3::uuid or (t_1.draft = $4::boolean and (t_1.visibility = $5::text or (t_1.visibility = $6::text and t_1.team_ids && $7::uuid[]) or (t_1.visibility = $8::text and t_1.person_ids && $9::uuid[])))) from feedback t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'quote' then (select (select (t_1_2.created_by_id = $10::uuid or (t_1_2.draft = $11::boolean and (t_1_2.visibility = $12::text or (t_1_2.visibility = $13::text and t_1_2.team_ids && $14::uuid[]) or (t_1_2.visibility = $15::text and t_1_2.person_ids && $16::uuid[])))) from feedback t_1_2 where t_1_2.workspace_id = $1 and t_1_2.id = t_1.feedback_id) from quote t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'insight' then (select (t_1.created_by_id = $17::uuid or (t_1.draft = $18::boolean and (t_1.visibility = $19::text or (t_1.visibility = $20::text and t_1.team_ids && $21::uuid[]) or (t_1.visibility = $22::text and t_1.person_ids && $23::uuid[])))) from insight t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'idea' then (select (t_1.created_by_id = $24::uuid or (t_1.draft = $25::boolean and (t_1.visibility = $26::text or (t_1.visibility = $27::text and t_1.team_ids && $28::uuid[]) or (t_1.visibility = $29::text and t_1.person_ids && $30::uuid[])))) from idea t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'decision' then (select (t_1.created_by_id = $31::uuid or (t_1.draft = $32::boolean and (t_1.visibility = $33::text or (t_1.visibility = $34::text and t_1.team_ids && $35::uuid[]) or (t_1.visibility = $36::text and t_1.person_ids && $37::uuid[])))) from decision t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'roadmap-item' then (select (t_1.created_by_id = $38::uuid or (t_1.draft = $39::boolean and (t_1.visibility = $40::text or (t_1.visibility = $41::text and t_1.team_ids && $42::uuid[]) or (t_1.visibility = $43::text and t_1.person_ids && $44::uuid[])))) from roadmap_item t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) else false end and case t.to_kind when 'insight' then (select (t_1.created_by_id = $45::uuid or (t_1.draft = $46::boolean and (t_1.visibility = $47::text or (t_1.visibility = $48::text and t_1.team_ids && $49::uuid[]) or (t_1.visibility = $50::text and t_1.person_ids && $51::uuid[])))) from insight t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'need' then (select (t_1.created_by_id = $52::uuid or (t_1.draft = $53::boolean and (t_1.visibility = $54::text or (t_1.visibility = $55::text and t_1.team_ids && $56::uuid[]) or (t_1.visibility = $57::text and t_1.person_ids && $58::uuid[])))) from need t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'objective' then (select (t_1.created_by_id = $59::uuid or (t_1.draft = $60::boolean and (t_1.visibility = $61::text or (t_1.visibility = $62::text and t_1.team_ids && $63::uuid[]) or (t_1.visibility = $64::text and t_1.person_ids && $65::uuid[])))) from objective t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'key-result' then (select (select (t_1_2.created_by_id = $66::uuid or (t_1_2.draft = $67::boolean and (t_1_2.visibility = $68::text or (t_1_2.visibility = $69::text and t_1_2.team_ids && $70::uuid[]) or (t_1_2.visibility = $71::text and t_1_2.person_ids && $72::uuid[])))) from objective t_1_2 where t_1_2.workspace_id = $1 and t_1_2.id = t_1.objective_id) from key_result t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'idea' then (select (t_1.created_by_id = $73::uuid or (t_1.draft = $74::boolean and (t_1.visibility = $75::text or (t_1.visibility = $76::text and t_1.team_ids && $77::uuid[]) or (t_1.visibility = $78::text and t_1.person_ids && $79::uuid[])))) from idea t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'roadmap-item' then (select (t_1.created_by_id = $80::uuid or (t_1.draft = $81::boolean and (t_1.visibility = $82::text or (t_1.visibility = $83::text and t_1.team_ids && $84::uuid[]) or (t_1.visibility = $85::text and t_1.person_ids && $86::uuid[])))) from roadmap_item t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) else false end)) order by t.updated_at asc, t.id asc limit 51;

-- link: where relation is given
select … from link t where (t.workspace_id = $1 and t.removed_at is null and t.relation = $2::text and (case t.from_kind when 'feedback' then (select (t_1.created_by_id = $3::uuid or (t_1.draft = $4::boolean and (t_1.visibility = $5::text or (t_1.visibility = $6::text and t_1.team_ids && $7::uuid[]) or (t_1.visibility = $8::text and t_1.person_ids && $9::uuid[])))) from feedback t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'quote' then (select (select (t_1_2.created_by_id = $10::uuid or (t_1_2.draft = $11::boolean and (t_1_2.visibility = $12::text or (t_1_2.visibility = $13::text and t_1_2.team_ids && $14::uuid[]) or (t_1_2.visibility = $15::text and t_1_2.person_ids && $16::uuid[])))) from feedback t_1_2 where t_1_2.workspace_id = $1 and t_1_2.id = t_1.feedback_id) from quote t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'insight' then (select (t_1.created_by_id = $17::uuid or (t_1.draft = $18::boolean and (t_1.visibility = $19::text or (t_1.visibility = $20::text and t_1.team_ids && $21::uuid[]) or (t_1.visibility = $22::text and t_1.person_ids && $23::uuid[])))) from insight t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'idea' then (select (t_1.created_by_id = $24::uuid or (t_1.draft = $25::boolean and (t_1.visibility = $26::text or (t_1.visibility = $27::text and t_1.team_ids && $28::uuid[]) or (t_1.visibility = $29::text and t_1.person_ids && $30::uuid[])))) from idea t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'decision' then (select (t_1.created_by_id = $31::uuid or (t_1.draft = $32::boolean and (t_1.visibility = $33::text or (t_1.visibility = $34::text and t_1.team_ids && $35::uuid[]) or (t_1.visibility = $36::text and t_1.person_ids && $37::uuid[])))) from decision t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'roadmap-item' then (select (t_1.created_by_id = $38::uuid or (t_1.draft = $39::boolean and (t_1.visibility = $40::text or (t_1.visibility = $41::text and t_1.team_ids && $42::uuid[]) or (t_1.visibility = $43::text and t_1.person_ids && $44::uuid[])))) from roadmap_item t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) else false end and case t.to_kind when 'insight' then (select (t_1.created_by_id = $45::uuid or (t_1.draft = $46::boolean and (t_1.visibility = $47::text or (t_1.visibility = $48::text and t_1.team_ids && $49::uuid[]) or (t_1.visibility = $50::text and t_1.person_ids && $51::uuid[])))) from insight t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'need' then (select (t_1.created_by_id = $52::uuid or (t_1.draft = $53::boolean and (t_1.visibility = $54::text or (t_1.visibility = $55::text and t_1.team_ids && $56::uuid[]) or (t_1.visibility = $57::text and t_1.person_ids && $58::uuid[])))) from need t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'objective' then (select (t_1.created_by_id = $59::uuid or (t_1.draft = $60::boolean and (t_1.visibility = $61::text or (t_1.visibility = $62::text and t_1.team_ids && $63::uuid[]) or (t_1.visibility = $64::text and t_1.person_ids && $65::uuid[])))) from objective t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'key-result' then (select (select (t_1_2.created_by_id = $66::uuid or (t_1_2.draft = $67::boolean and (t_1_2.visibility = $68::text or (t_1_2.visibility = $69::text and t_1_2.team_ids && $70::uuid[]) or (t_1_2.visibility = $71::text and t_1_2.person_ids && $72::uuid[])))) from objective t_1_2 where t_1_2.workspace_id = $1 and t_1_2.id = t_1.objective_id) from key_result t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'idea' then (select (t_1.created_by_id = $73::uuid or (t_1.draft = $74::boolean and (t_1.visibility = $75::text or (t_1.visibility = $76::text and t_1.team_ids && $77::uuid[]) or (t_1.visibility = $78::text and t_1.person_ids && $79::uuid[])))) from idea t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'roadmap-item' then (select (t_1.created_by_id = $80::uuid or (t_1.draft = $81::boolean and (t_1.visibility = $82::text or (t_1.visibility = $83::text and t_1.team_ids && $84::uuid[]) or (t_1.visibility = $85::text and t_1.person_ids && $86::uuid[])))) from roadmap_item t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) else false end)) order by t.created_at desc, t.id desc limit 51;

-- link: where relation is given, counted
select (select count(*) from (select 1 from link t where t.workspace_id = $1 and t.removed_at is null and t.relation = $2::text order by t.relation, t.created_at, t.id limit 3001) met);

-- link: where relation is given, gathered by updatedAt
select … from (select t.* from link t where t.workspace_id = $1 and t.removed_at is null and t.relation = $87::text order by t.relation, t.created_at, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.relation = $2::text and (case t.from_kind when 'feedback' then (select (t_1.created_by_id = $3::uuid or (t_1.draft = $4::boolean and (t_1.visibility = $5::text or (t_1.visibility = $6::text and t_1.team_ids && $7::uuid[]) or (t_1.visibility = $8::text and t_1.person_ids && $9::uuid[])))) from feedback t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'quote' then (select (select (t_1_2.created_by_id = $10::uuid or (t_1_2.draft = $11::boolean and (t_1_2.visibility = $12::text or (t_1_2.visibility = $13::text and t_1_2.team_ids && $14::uuid[]) or (t_1_2.visibility = $15::text and t_1_2.person_ids && $16::uuid[])))) from feedback t_1_2 where t_1_2.workspace_id = $1 and t_1_2.id = t_1.feedback_id) from quote t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'insight' then (select (t_1.created_by_id = $17::uuid or (t_1.draft = $18::boolean and (t_1.visibility = $19::text or (t_1.visibility = $20::text and t_1.team_ids && $21::uuid[]) or (t_1.visibility = $22::text and t_1.person_ids && $23::uuid[])))) from insight t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'idea' then (select (t_1.created_by_id = $24::uuid or (t_1.draft = $25::boolean and (t_1.visibility = $26::text or (t_1.visibility = $27::text and t_1.team_ids && $28::uuid[]) or (t_1.visibility = $29::text and t_1.person_ids && $30::uuid[])))) from idea t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'decision' then (select (t_1.created_by_id = $31::uuid or (t_1.draft = $32::boolean and (t_1.visibility = $33::text or (t_1.visibility = $34::text and t_1.team_ids && $35::uuid[]) or (t_1.visibility = $36::text and t_1.person_ids && $37::uuid[])))) from decision t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'roadmap-item' then (select (t_1.created_by_id = $38::uuid or (t_1.draft = $39::boolean and (t_1.visibility = $40::text or (t_1.visibility = $41::text and t_1.team_ids && $42::uuid[]) or (t_1.visibility = $43::text and t_1.person_ids && $44::uuid[])))) from roadmap_item t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) else false end and case t.to_kind when 'insight' then (select (t_1.created_by_id = $45::uuid or (t_1.draft = $46::boolean and (t_1.visibility = $47::text or (t_1.visibility = $48::text and t_1.team_ids && $49::uuid[]) or (t_1.visibility = $50::text and t_1.person_ids && $51::uuid[])))) from insight t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'need' then (select (t_1.created_by_id = $52::uuid or (t_1.draft = $53::boolean and (t_1.visibility = $54::text or (t_1.visibility = $55::text and t_1.team_ids && $56::uuid[]) or (t_1.visibility = $57::text and t_1.person_ids && $58::uuid[])))) from need t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'objective' then (select (t_1.created_by_id = $59::uuid or (t_1.draft = $60::boolean and (t_1.visibility = $61::text or (t_1.visibility = $62::text and t_1.team_ids && $63::uuid[]) or (t_1.visibility = $64::text and t_1.person_ids && $65::uuid[])))) from objective t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'key-result' then (select (select (t_1_2.created_by_id = $66::uuid or (t_1_2.draft = $67::boolean and (t_1_2.visibility = $68::text or (t_1_2.visibility = $69::text and t_1_2.team_ids && $70::uuid[]) or (t_1_2.visibility = $71::text and t_1_2.person_ids && $72::uuid[])))) from objective t_1_2 where t_1_2.workspace_id = $1 and t_1_2.id = t_1.objective_id) from key_result t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'idea' then (select (t_1.created_by_id = $73::uuid or (t_1.draft = $74::boolean and (t_1.visibility = $75::text or (t_1.visibility = $76::text and t_1.team_ids && $77::uuid[]) or (t_1.visibility = $78::text and t_1.person_ids && $79::uuid[])))) from idea t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'roadmap-item' then (select (t_1.created_by_id = $80::uuid or (t_1.draft = $81::boolean and (t_1.visibility = $82::text or (t_1.visibility = $83::text and t_1.team_ids && $84::uuid[]) or (t_1.visibility = $85::text and t_1.person_ids && $86::uuid[])))) from roadmap_item t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) else false end)) order by t.updated_at asc, t.id asc limit 51;

-- link: where toId is given
select … from link t where (t.workspace_id = $1 and t.removed_at is null and t.to_id = $2::uuid and (case t.from_kind when 'feedback' then (select (t_1.created_by_id = $3::uuid or (t_1.draft = $4::boolean and (t_1.visibility = $5::text or (t_1.visibility = $6::text and t_1.team_ids && $7::uuid[]) or (t_1.visibility = $8::text and t_1.person_ids && $9::uuid[])))) from feedback t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'quote' then (select (select (t_1_2.created_by_id = $10::uuid or (t_1_2.draft = $11::boolean and (t_1_2.visibility = $12::text or (t_1_2.visibility = $13::text and t_1_2.team_ids && $14::uuid[]) or (t_1_2.visibility = $15::text and t_1_2.person_ids && $16::uuid[])))) from feedback t_1_2 where t_1_2.workspace_id = $1 and t_1_2.id = t_1.feedback_id) from quote t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'insight' then (select (t_1.created_by_id = $17::uuid or (t_1.draft = $18::boolean and (t_1.visibility = $19::text or (t_1.visibility = $20::text and t_1.team_ids && $21::uuid[]) or (t_1.visibility = $22::text and t_1.person_ids && $23::uuid[])))) from insight t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'idea' then (select (t_1.created_by_id = $24::uuid or (t_1.draft = $25::boolean and (t_1.visibility = $26::text or (t_1.visibility = $27::text and t_1.team_ids && $28::uuid[]) or (t_1.visibility = $29::text and t_1.person_ids && $30::uuid[])))) from idea t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'decision' then (select (t_1.created_by_id = $31::uuid or (t_1.draft = $32::boolean and (t_1.visibility = $33::text or (t_1.visibility = $34::text and t_1.team_ids && $35::uuid[]) or (t_1.visibility = $36::text and t_1.person_ids && $37::uuid[])))) from decision t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'roadmap-item' then (select (t_1.created_by_id = $38::uuid or (t_1.draft = $39::boolean and (t_1.visibility = $40::text or (t_1.visibility = $41::text and t_1.team_ids && $42::uuid[]) or (t_1.visibility = $43::text and t_1.person_ids && $44::uuid[])))) from roadmap_item t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) else false end and case t.to_kind when 'insight' then (select (t_1.created_by_id = $45::uuid or (t_1.draft = $46::boolean and (t_1.visibility = $47::text or (t_1.visibility = $48::text and t_1.team_ids && $49::uuid[]) or (t_1.visibility = $50::text and t_1.person_ids && $51::uuid[])))) from insight t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'need' then (select (t_1.created_by_id = $52::uuid or (t_1.draft = $53::boolean and (t_1.visibility = $54::text or (t_1.visibility = $55::text and t_1.team_ids && $56::uuid[]) or (t_1.visibility = $57::text and t_1.person_ids && $58::uuid[])))) from need t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'objective' then (select (t_1.created_by_id = $59::uuid or (t_1.draft = $60::boolean and (t_1.visibility = $61::text or (t_1.visibility = $62::text and t_1.team_ids && $63::uuid[]) or (t_1.visibility = $64::text and t_1.person_ids && $65::uuid[])))) from objective t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'key-result' then (select (select (t_1_2.created_by_id = $66::uuid or (t_1_2.draft = $67::boolean and (t_1_2.visibility = $68::text or (t_1_2.visibility = $69::text and t_1_2.team_ids && $70::uuid[]) or (t_1_2.visibility = $71::text and t_1_2.person_ids && $72::uuid[])))) from objective t_1_2 where t_1_2.workspace_id = $1 and t_1_2.id = t_1.objective_id) from key_result t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'idea' then (select (t_1.created_by_id = $73::uuid or (t_1.draft = $74::boolean and (t_1.visibility = $75::text or (t_1.visibility = $76::text and t_1.team_ids && $77::uuid[]) or (t_1.visibility = $78::text and t_1.person_ids && $79::uuid[])))) from idea t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'roadmap-item' then (select (t_1.created_by_id = $80::uuid or (t_1.draft = $81::boolean and (t_1.visibility = $82::text or (t_1.visibility = $83::text and t_1.team_ids && $84::uuid[]) or (t_1.visibility = $85::text and t_1.person_ids && $86::uuid[])))) from roadmap_item t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) else false end)) order by t.created_at desc, t.id desc limit 51;

-- link: where toId is given, counted
select (select count(*) from (select 1 from link t where t.workspace_id = $1 and t.removed_at is null and t.to_id = $2::uuid order by t.to_id, t.created_at, t.id limit 3001) met);

-- link: where toId is given, gathered by updatedAt
select … from (select t.* from link t where t.workspace_id = $1 and t.removed_at is null and t.to_id = $87::uuid order by t.to_id, t.created_at, t.id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.to_id = $2::uuid and (case t.from_kind when 'feedback' then (select (t_1.created_by_id = $3::uuid or (t_1.draft = $4::boolean and (t_1.visibility = $5::text or (t_1.visibility = $6::text and t_1.team_ids && $7::uuid[]) or (t_1.visibility = $8::text and t_1.person_ids && $9::uuid[])))) from feedback t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'quote' then (select (select (t_1_2.created_by_id = $10::uuid or (t_1_2.draft = $11::boolean and (t_1_2.visibility = $12::text or (t_1_2.visibility = $13::text and t_1_2.team_ids && $14::uuid[]) or (t_1_2.visibility = $15::text and t_1_2.person_ids && $16::uuid[])))) from feedback t_1_2 where t_1_2.workspace_id = $1 and t_1_2.id = t_1.feedback_id) from quote t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'insight' then (select (t_1.created_by_id = $17::uuid or (t_1.draft = $18::boolean and (t_1.visibility = $19::text or (t_1.visibility = $20::text and t_1.team_ids && $21::uuid[]) or (t_1.visibility = $22::text and t_1.person_ids && $23::uuid[])))) from insight t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'idea' then (select (t_1.created_by_id = $24::uuid or (t_1.draft = $25::boolean and (t_1.visibility = $26::text or (t_1.visibility = $27::text and t_1.team_ids && $28::uuid[]) or (t_1.visibility = $29::text and t_1.person_ids && $30::uuid[])))) from idea t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'decision' then (select (t_1.created_by_id = $31::uuid or (t_1.draft = $32::boolean and (t_1.visibility = $33::text or (t_1.visibility = $34::text and t_1.team_ids && $35::uuid[]) or (t_1.visibility = $36::text and t_1.person_ids && $37::uuid[])))) from decision t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) when 'roadmap-item' then (select (t_1.created_by_id = $38::uuid or (t_1.draft = $39::boolean and (t_1.visibility = $40::text or (t_1.visibility = $41::text and t_1.team_ids && $42::uuid[]) or (t_1.visibility = $43::text and t_1.person_ids && $44::uuid[])))) from roadmap_item t_1 where t_1.workspace_id = $1 and t_1.id = t.from_id) else false end and case t.to_kind when 'insight' then (select (t_1.created_by_id = $45::uuid or (t_1.draft = $46::boolean and (t_1.visibility = $47::text or (t_1.visibility = $48::text and t_1.team_ids && $49::uuid[]) or (t_1.visibility = $50::text and t_1.person_ids && $51::uuid[])))) from insight t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'need' then (select (t_1.created_by_id = $52::uuid or (t_1.draft = $53::boolean and (t_1.visibility = $54::text or (t_1.visibility = $55::text and t_1.team_ids && $56::uuid[]) or (t_1.visibility = $57::text and t_1.person_ids && $58::uuid[])))) from need t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'objective' then (select (t_1.created_by_id = $59::uuid or (t_1.draft = $60::boolean and (t_1.visibility = $61::text or (t_1.visibility = $62::text and t_1.team_ids && $63::uuid[]) or (t_1.visibility = $64::text and t_1.person_ids && $65::uuid[])))) from objective t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'key-result' then (select (select (t_1_2.created_by_id = $66::uuid or (t_1_2.draft = $67::boolean and (t_1_2.visibility = $68::text or (t_1_2.visibility = $69::text and t_1_2.team_ids && $70::uuid[]) or (t_1_2.visibility = $71::text and t_1_2.person_ids && $72::uuid[])))) from objective t_1_2 where t_1_2.workspace_id = $1 and t_1_2.id = t_1.objective_id) from key_result t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'idea' then (select (t_1.created_by_id = $73::uuid or (t_1.draft = $74::boolean and (t_1.visibility = $75::text or (t_1.visibility = $76::text and t_1.team_ids && $77::uuid[]) or (t_1.visibility = $78::text and t_1.person_ids && $79::uuid[])))) from idea t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) when 'roadmap-item' then (select (t_1.created_by_id = $80::uuid or (t_1.draft = $81::boolean and (t_1.visibility = $82::text or (t_1.visibility = $83::text and t_1.team_ids && $84::uuid[]) or (t_1.visibility = $85::text and t_1.person_ids && $86::uuid[])))) from roadmap_item t_1 where t_1.workspace_id = $1 and t_1.id = t.to_id) else false end)) order by t.updated_at asc, t.id asc limit 51;

-- feedback: by custom.number
select … from own_key k cross join lateral (select t.* from feedback t where t.workspace_id = $1 and t.id = k.row_id limit 1) t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and k.workspace_id = $1 and k.field_id = $9::uuid and k.state = 0 and k.number is not null) order by k.number asc, k.row_id asc limit 51;

-- feedback: by custom.number, on from a row
select … from own_key k cross join lateral (select t.* from feedback t where t.workspace_id = $1 and t.id = k.row_id limit 1) t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and k.workspace_id = $1 and k.field_id = $9::uuid and k.state = 0 and k.number is not null and (k.number, k.row_id) > ($10::float8, $11::uuid)) order by k.number asc, k.row_id asc limit 51;

-- feedback: by custom.number, those without
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (select true from own_key o where o.workspace_id = $1 and o.field_id = $9::uuid and o.row_id = t.id) is null and t.id > $10::uuid) order by t.id asc limit 51;

-- feedback: where kind is given by custom.number, walked
select … from (select k.* from own_key k where (k.workspace_id = $1 and k.field_id = $10::uuid and k.state = 0 and k.number is not null) order by k.number asc, k.row_id asc limit 30000) k cross join lateral (select t.* from feedback t where t.workspace_id = $1 and t.id = k.row_id limit 1) t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.kind = $2::text and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[])))) and k.workspace_id = $1 and k.field_id = $10::uuid and k.state = 0 and k.number is not null) order by k.number asc, k.row_id asc limit 51;

-- feedback: where kind is given by custom.number, gathered
select … from (select t.* from feedback t where t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.kind = $11::text order by t.kind, t.created_at, t.id limit 3001) t cross join lateral (select k.* from own_key k where k.workspace_id = $1 and k.field_id = $12::uuid and k.row_id = t.id limit 1) k where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.kind = $2::text and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[])))) and k.workspace_id = $1 and k.field_id = $10::uuid and k.state = 0 and k.number is not null) order by k.number asc, k.row_id asc limit 51;

-- feedback: by -custom.text
select … from own_key k cross join lateral (select t.* from feedback t where t.workspace_id = $1 and t.id = k.row_id limit 1) t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and k.workspace_id = $1 and k.field_id = $9::uuid and k.state = 0 and k.words is not null) order by k.words desc, k.row_id desc limit 51;

-- feedback: by -custom.text, on from a row
select … from own_key k cross join lateral (select t.* from feedback t where t.workspace_id = $1 and t.id = k.row_id limit 1) t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and k.workspace_id = $1 and k.field_id = $9::uuid and k.state = 0 and k.words is not null and (k.words, k.row_id) < ($10::text, $11::uuid)) order by k.words desc, k.row_id desc limit 51;

-- feedback: by -custom.text, those without
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (select true from own_key o where o.workspace_id = $1 and o.field_id = $9::uuid and o.row_id = t.id) is null and t.id < $10::uuid) order by t.id desc limit 51;

-- feedback: where kind is given by -custom.text, walked
select … from (select k.* from own_key k where (k.workspace_id = $1 and k.field_id = $10::uuid and k.state = 0 and k.words is not null) order by k.words desc, k.row_id desc limit 30000) k cross join lateral (select t.* from feedback t where t.workspace_id = $1 and t.id = k.row_id limit 1) t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.kind = $2::text and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[])))) and k.workspace_id = $1 and k.field_id = $10::uuid and k.state = 0 and k.words is not null) order by k.words desc, k.row_id desc limit 51;

-- feedback: where kind is given by -custom.text, gathered
select … from (select t.* from feedback t where t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.kind = $11::text order by t.kind, t.created_at, t.id limit 3001) t cross join lateral (select k.* from own_key k where k.workspace_id = $1 and k.field_id = $12::uuid and k.row_id = t.id limit 1) k where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.kind = $2::text and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[])))) and k.workspace_id = $1 and k.field_id = $10::uuid and k.state = 0 and k.words is not null) order by k.words desc, k.row_id desc limit 51;

-- feedback: by custom.choice
select … from own_key k cross join lateral (select t.* from feedback t where t.workspace_id = $1 and t.id = k.row_id limit 1) t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and k.workspace_id = $1 and k.field_id = $9::uuid and k.state = 0 and k.number is not null) order by k.number asc, k.row_id asc limit 51;

-- feedback: by custom.choice, on from a row
select … from own_key k cross join lateral (select t.* from feedback t where t.workspace_id = $1 and t.id = k.row_id limit 1) t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and k.workspace_id = $1 and k.field_id = $9::uuid and k.state = 0 and k.number is not null and (k.number, k.row_id) > ($10::float8, $11::uuid)) order by k.number asc, k.row_id asc limit 51;

-- feedback: by custom.choice, those without
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (t.created_by_id = $2::uuid or (t.draft = $3::boolean and (t.visibility = $4::text or (t.visibility = $5::text and t.team_ids && $6::uuid[]) or (t.visibility = $7::text and t.person_ids && $8::uuid[])))) and (select true from own_key o where o.workspace_id = $1 and o.field_id = $9::uuid and o.row_id = t.id) is null and t.id > $10::uuid) order by t.id asc limit 51;

-- feedback: where kind is given by custom.choice, walked
select … from (select k.* from own_key k where (k.workspace_id = $1 and k.field_id = $10::uuid and k.state = 0 and k.number is not null) order by k.number asc, k.row_id asc limit 30000) k cross join lateral (select t.* from feedback t where t.workspace_id = $1 and t.id = k.row_id limit 1) t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.kind = $2::text and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[])))) and k.workspace_id = $1 and k.field_id = $10::uuid and k.state = 0 and k.number is not null) order by k.number asc, k.row_id asc limit 51;

-- feedback: where kind is given by custom.choice, gathered
select … from (select t.* from feedback t where t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.kind = $11::text order by t.kind, t.created_at, t.id limit 3001) t cross join lateral (select k.* from own_key k where k.workspace_id = $1 and k.field_id = $12::uuid and k.row_id = t.id limit 1) k where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and t.kind = $2::text and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[])))) and k.workspace_id = $1 and k.field_id = $10::uuid and k.state = 0 and k.number is not null) order by k.number asc, k.row_id asc limit 51;

-- feedback: where custom.number is from
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (select o.number >= $2::float8 from own_key o where o.workspace_id = $1 and o.field_id = $3::uuid and o.row_id = t.id) and (t.created_by_id = $4::uuid or (t.draft = $5::boolean and (t.visibility = $6::text or (t.visibility = $7::text and t.team_ids && $8::uuid[]) or (t.visibility = $9::text and t.person_ids && $10::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- feedback: where custom.number is from, counted
select (select count(*) from (select 1 from own_key o where o.workspace_id = $1 and o.field_id = $2::uuid and o.state = 0 and o.number is not null and o.number >= $3::float8 order by o.number, o.row_id limit 3001) met);

-- feedback: where custom.number is from, gathered
select … from (select t.* from own_key o cross join lateral (select t.* from feedback t where t.workspace_id = $1 and t.id = o.row_id limit 1) t where o.workspace_id = $1 and o.field_id = $11::uuid and o.state = 0 and o.number is not null and o.number >= $12::float8 order by o.number, o.row_id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (select o.number >= $2::float8 from own_key o where o.workspace_id = $1 and o.field_id = $3::uuid and o.row_id = t.id) and (t.created_by_id = $4::uuid or (t.draft = $5::boolean and (t.visibility = $6::text or (t.visibility = $7::text and t.team_ids && $8::uuid[]) or (t.visibility = $9::text and t.person_ids && $10::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- feedback: where custom.number is from by custom.number
select … from own_key k cross join lateral (select t.* from feedback t where t.workspace_id = $1 and t.id = k.row_id limit 1) t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and k.number >= $2::float8 and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[])))) and k.workspace_id = $1 and k.field_id = $10::uuid and k.state = 0 and k.number is not null) order by k.number asc, k.row_id asc limit 51;

-- feedback: where custom.choice is in
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (select o.words = $2::text from own_key o where o.workspace_id = $1 and o.field_id = $3::uuid and o.row_id = t.id) and (t.created_by_id = $4::uuid or (t.draft = $5::boolean and (t.visibility = $6::text or (t.visibility = $7::text and t.team_ids && $8::uuid[]) or (t.visibility = $9::text and t.person_ids && $10::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- feedback: where custom.choice is in, counted
select (select count(*) from (select 1 from own_key o where o.workspace_id = $1 and o.field_id = $2::uuid and o.state = 0 and o.words is not null and o.words = $3::text order by o.words, o.row_id limit 3001) met);

-- feedback: where custom.choice is in, gathered
select … from (select t.* from own_key o cross join lateral (select t.* from feedback t where t.workspace_id = $1 and t.id = o.row_id limit 1) t where o.workspace_id = $1 and o.field_id = $11::uuid and o.state = 0 and o.words is not null and o.words = $12::text order by o.words, o.row_id limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (select o.words = $2::text from own_key o where o.workspace_id = $1 and o.field_id = $3::uuid and o.row_id = t.id) and (t.created_by_id = $4::uuid or (t.draft = $5::boolean and (t.visibility = $6::text or (t.visibility = $7::text and t.team_ids && $8::uuid[]) or (t.visibility = $9::text and t.person_ids && $10::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- feedback: where custom.choice is in by custom.choice
select … from own_key k cross join lateral (select t.* from feedback t where t.workspace_id = $1 and t.id = k.row_id limit 1) t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and k.words = $2::text and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[])))) and k.workspace_id = $1 and k.field_id = $10::uuid and k.state = 0 and k.number is not null) order by k.number asc, k.row_id asc limit 51;

-- feedback: where custom.text is in
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (select o.words = any ($2::text[]) from own_key o where o.workspace_id = $1 and o.field_id = $3::uuid and o.row_id = t.id) and (t.created_by_id = $4::uuid or (t.draft = $5::boolean and (t.visibility = $6::text or (t.visibility = $7::text and t.team_ids && $8::uuid[]) or (t.visibility = $9::text and t.person_ids && $10::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- feedback: where custom.text is in, counted
select (select count(*) from (select met.* from unnest($3::text[]) as value cross join lateral (select 1 from own_key o where o.workspace_id = $1 and o.field_id = $2::uuid and o.state = 0 and o.words is not null and o.words = value order by o.words, o.row_id limit 3001) met limit 3001) met);

-- feedback: where custom.text is in, gathered
select … from (select met.* from unnest($12::text[]) as value cross join lateral (select t.* from own_key o cross join lateral (select t.* from feedback t where t.workspace_id = $1 and t.id = o.row_id limit 1) t where o.workspace_id = $1 and o.field_id = $11::uuid and o.state = 0 and o.words is not null and o.words = value order by o.words, o.row_id limit 3001) met limit 3001) t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (select o.words = any ($2::text[]) from own_key o where o.workspace_id = $1 and o.field_id = $3::uuid and o.row_id = t.id) and (t.created_by_id = $4::uuid or (t.draft = $5::boolean and (t.visibility = $6::text or (t.visibility = $7::text and t.team_ids && $8::uuid[]) or (t.visibility = $9::text and t.person_ids && $10::uuid[]))))) order by t.created_at desc, t.id desc limit 51;

-- feedback: where custom.text is in by custom.text
select … from own_key k cross join lateral (select t.* from feedback t where t.workspace_id = $1 and t.id = k.row_id limit 1) t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and k.words = any ($2::text[]) and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[])))) and k.workspace_id = $1 and k.field_id = $10::uuid and k.state = 0 and k.words is not null) order by k.words asc, k.row_id asc limit 51;

-- feedback: where custom.text is none
select … from feedback t where (t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null and (select true from own_key o where o.workspace_id = $1 and o.field_id = $2::uuid and o.row_id = t.id) is null and (t.created_by_id = $3::uuid or (t.draft = $4::boolean and (t.visibility = $5::text or (t.visibility = $6::text and t.team_ids && $7::uuid[]) or (t.visibility = $8::text and t.person_ids && $9::uuid[]))))) order by t.created_at desc, t.id desc limit 51;
