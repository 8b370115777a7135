-- History by who did it, by which command, and by when: what an audit asks for.
create index commit_by_actor on commit (workspace_id, actor_id, seq);

create index commit_by_command on commit (workspace_id, command, seq);

create index commit_by_time on commit (workspace_id, at, seq);
