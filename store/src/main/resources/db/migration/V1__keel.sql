-- Instants are ISO-8601 text in UTC (exact to the nanosecond); order is always by sequence or number, never by clock.

create table run (
    sequence   integer primary key autoincrement,
    id         text not null unique,
    parent     text references run (id),
    experiment text not null,
    name       text not null,
    status     text not null check (status in ('RUNNING', 'FINISHED', 'FAILED', 'INTERRUPTED')),
    started    text not null,
    ended      text,
    model      text
);
create index run_of_experiment on run (experiment, sequence);
create index run_of_status on run (status);

create table run_param (
    run   text not null references run (id),
    key   text not null,
    value text not null,
    primary key (run, key)
);

-- SQLite cannot hold NaN: an absent value is NaN.
create table run_metric (
    run   text not null references run (id),
    key   text not null,
    value double precision,
    primary key (run, key)
);

create table run_tag (
    run   text not null references run (id),
    key   text not null,
    value text not null,
    primary key (run, key)
);

create table model_version (
    model   text not null,
    version integer not null check (version >= 1),
    run     text not null references run (id),
    files   text not null,
    created text not null,
    primary key (model, version),
    unique (model, run)
);

create table evidence (
    sequence      integer not null primary key check (sequence >= 1),
    kind          text not null,
    subject       text not null,
    outcome       text not null,
    detail        text not null,
    who           text not null,
    at            text not null,
    previous_hash text not null,
    hash          text not null unique
);
create index evidence_of_subject on evidence (subject, sequence);

create table release (
    deployment text not null,
    number     integer not null check (number >= 1),
    action     text not null,
    plan       text not null,
    who        text not null,
    why        text not null,
    at         text not null,
    evidence   integer not null references evidence (sequence),
    previous   integer,
    primary key (deployment, number)
);

create trigger model_version_is_never_changed before update on model_version
begin
    select raise(abort, 'a model version is never changed');
end;
create trigger model_version_is_never_deleted before delete on model_version
begin
    select raise(abort, 'a model version is never deleted');
end;
create trigger evidence_is_never_changed before update on evidence
begin
    select raise(abort, 'evidence is never changed');
end;
create trigger evidence_is_never_deleted before delete on evidence
begin
    select raise(abort, 'evidence is never deleted');
end;
create trigger release_is_never_changed before update on release
begin
    select raise(abort, 'a release is never changed');
end;
create trigger release_is_never_deleted before delete on release
begin
    select raise(abort, 'a release is never deleted');
end;
