-- What a decision leads to and what else belongs to it; what speaks for and against an option, in words.

alter table decision add column consequences text collate "C";

alter table decision add column more text collate "C";

alter table option add column pros text collate "C";

alter table option add column cons text collate "C";
