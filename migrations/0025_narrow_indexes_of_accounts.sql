-- Most accounts are told by the very handle or id that their key is made of, and are found by the key. Only the others
-- need these: accounts that were first seen by an id, a link or a name, and whose handle or id came later.
DROP INDEX account_handle;
CREATE INDEX account_handle ON account (platform_id, handle)
  WHERE handle IS NOT NULL AND key <> 'handle:' || handle;
DROP INDEX account_external_id;
CREATE INDEX account_external_id ON account (platform_id, external_id)
  WHERE external_id IS NOT NULL AND key <> 'id:' || external_id;
