-- In which products somebody's role holds. Nothing at all, as in the rows that are there, is all of them.
alter table member add column product_rights text collate "C", add column product_ids uuid[];
alter table invitation add column product_rights text collate "C", add column product_ids uuid[];
