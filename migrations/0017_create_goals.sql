-- Goals: for what several introductions are asked at once ("find an accountant"), so that the asks are tracked together.

CREATE TABLE goal (
  id INTEGER PRIMARY KEY,
  what TEXT NOT NULL CHECK (what <> ''),
  opened_on TEXT NOT NULL CHECK (opened_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  closed_on TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- null while it is pursued
  CHECK (closed_on >= opened_on)
) STRICT;

-- only of an 'ask'; its own column "goal" then says the same as goal.what
ALTER TABLE introduction ADD COLUMN goal_id INTEGER REFERENCES goal (id);
CREATE INDEX introduction_goal ON introduction (goal_id) WHERE goal_id IS NOT NULL;

-- the day on which I let an ask go because another one for the same goal had worked: no fault of whoever was asked
ALTER TABLE introduction ADD COLUMN let_go_on TEXT
  CHECK (let_go_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');

-- asks that are under way and say what they are for become asks for that goal
INSERT INTO goal (what, opened_on)
SELECT min(trim(goal)), min((
    SELECT min(changed_on) FROM introduction_change WHERE introduction_id = introduction.id))
FROM introduction
WHERE kind = 'ask' AND trim(goal) <> '' AND state IN ('idea', 'asked', 'permission_asked', 'accepted')
  AND EXISTS (SELECT 1 FROM introduction_change WHERE introduction_id = introduction.id)
GROUP BY lower(trim(goal));

UPDATE introduction SET goal_id = goal.id, goal = goal.what
FROM goal
WHERE kind = 'ask' AND state IN ('idea', 'asked', 'permission_asked', 'accepted')
  AND lower(trim(introduction.goal)) = lower(goal.what);
