-- How much the kept files of a community take, without reading one of them. A second or two for a million files.
create index file_kept on hearback.file (workspace_id) include (size) where state = 'kept';
