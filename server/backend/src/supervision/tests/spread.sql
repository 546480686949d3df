-- How things spread, anew from cases and events: what is told, its key, and how many.
-- DAY(x) and HOUR(x) are the city's day and hour of a moment; WEEKDAY(x) counts from Sunday, which is 0.

-- when people come: weekday and hour of submission
SELECT 'heat' AS what, CAST(WEEKDAY(c.submitted_at) AS TEXT) AS a, CAST(HOUR(c.submitted_at) AS TEXT) AS b,
       COUNT(*) AS n FROM case_file c WHERE DAY(c.submitted_at) BETWEEN :from AND :to GROUP BY 1, 2, 3
UNION ALL
-- from the channel to what came of it
SELECT 'flow', c.channel, CASE WHEN c.status = 'closed' THEN COALESCE(c.outcome, 'granted')
        WHEN c.status IN ('not_accepted', 'withdrawn', 'abandoned', 'terminated') THEN c.status
        WHEN c.status = 'void' THEN 'voided' ELSE 'open' END, COUNT(*)
  FROM case_file c WHERE DAY(c.submitted_at) BETWEEN :from AND :to GROUP BY 1, 2, 3
UNION ALL
-- what is open on the last day, by the day on which it came
SELECT 'age', CAST(DAY(c.submitted_at) AS TEXT), '', COUNT(*) FROM case_file c
 WHERE DAY(c.submitted_at) <= :to AND NOT EXISTS (
   SELECT 1 FROM case_event e WHERE e.case_id = c.id AND DAY(e.at) <= :to
      AND e.kind IN ('closed', 'not_accepted', 'withdrawn', 'abandoned', 'terminated', 'voided')
      AND e.seq > (SELECT COALESCE(MAX(r.seq), 0) FROM case_event r
                    WHERE r.case_id = c.id AND r.kind = 'person_asked')) GROUP BY 1, 2
UNION ALL
-- handling days of what was closed
SELECT 'days', CAST(c.handling_days AS TEXT), '', COUNT(*) FROM case_file c
 WHERE c.closed_on BETWEEN :from AND :to GROUP BY 1, 2
UNION ALL
-- stages that ended: acceptance, from the day of submission
SELECT 'receipt', CAST(DAY(c.submitted_at) AS TEXT), CAST(DAY(e.at) AS TEXT), COUNT(*)
  FROM case_event e JOIN case_file c ON c.id = e.case_id
 WHERE e.kind IN ('accepted', 'deemed_accepted', 'deferred_accepted')
   AND DAY(e.at) BETWEEN :from AND :to GROUP BY 1, 2, 3
UNION ALL
-- answers to corrections, from the last request before them
SELECT 'correction', (SELECT p.payload ->> 'day' FROM case_event p WHERE p.case_id = e.case_id AND p.seq < e.seq
          AND p.kind IN ('correction_asked', 'correction_repeated') ORDER BY p.seq DESC LIMIT 1),
       CAST(DAY(e.at) AS TEXT), COUNT(*)
  FROM case_event e WHERE e.kind = 'correction_answered' AND DAY(e.at) BETWEEN :from AND :to GROUP BY 1, 2, 3
UNION ALL
-- decisions, from the last acceptance or re-opening before them
SELECT 'decision', (SELECT p.payload ->> 'day' FROM case_event p WHERE p.case_id = e.case_id AND p.seq < e.seq
          AND p.kind IN ('accepted', 'deemed_accepted', 'deferred_accepted', 'person_asked')
        ORDER BY p.seq DESC LIMIT 1), CAST(DAY(e.at) AS TEXT), COUNT(*)
  FROM case_event e WHERE e.kind IN ('decided', 'decided_by_rule')
   AND DAY(e.at) BETWEEN :from AND :to GROUP BY 1, 2, 3
UNION ALL
-- special procedures that ended, from their first day
SELECT 'special', (SELECT p.payload ->> 'from' FROM case_event p WHERE p.case_id = e.case_id AND p.seq < e.seq
          AND p.kind = 'suspended' ORDER BY p.seq DESC LIMIT 1), CAST(DAY(e.at) AS TEXT), COUNT(*)
  FROM case_event e WHERE e.kind = 'resumed' AND DAY(e.at) BETWEEN :from AND :to GROUP BY 1, 2, 3
UNION ALL
-- closings, from the last decision before them
SELECT 'delivery', (SELECT p.payload ->> 'day' FROM case_event p WHERE p.case_id = e.case_id AND p.seq < e.seq
          AND p.kind IN ('decided', 'decided_by_rule') ORDER BY p.seq DESC LIMIT 1),
       CAST(DAY(e.at) AS TEXT), COUNT(*)
  FROM case_event e WHERE e.kind = 'closed' AND DAY(e.at) BETWEEN :from AND :to GROUP BY 1, 2, 3
UNION ALL
-- opinions of a department on a step, from the day on which it was last asked
SELECT 'step', (SELECT p.payload -> 'task' ->> 'opened' FROM case_event p WHERE p.case_id = e.case_id
          AND p.seq < e.seq AND p.kind = 'step_opened'
          AND p.payload -> 'task' ->> 'step' = e.payload ->> 'step'
          AND p.payload -> 'task' ->> 'department' = e.payload ->> 'department'
        ORDER BY p.seq DESC LIMIT 1), CAST(DAY(e.at) AS TEXT), COUNT(*)
  FROM case_event e WHERE e.kind = 'opinion_given' AND DAY(e.at) BETWEEN :from AND :to GROUP BY 1, 2, 3
