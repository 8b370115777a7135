-- What scoring models, their criteria and blind ratings say beside their numbers.

alter table idea add column confidence_reason text collate "C";

alter table scoring_model add column reason text collate "C";

alter table criterion add column formula text collate "C";

alter table round add column abstained_ids uuid[];

alter table rating add column abstains boolean;
