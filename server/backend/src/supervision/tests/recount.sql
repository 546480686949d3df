-- Every figure anew from cases and events, by a key of the case. Written from the definitions of the
-- indicators (domain B.14), not from the program. DAY(x) is the city's day of a moment.
-- :from and :to are days, both included; :today is the day on which it is asked.

-- 收件: submitted in the period
SELECT :key AS k, 'received' AS measure, COUNT(*) AS n FROM case_file c
 WHERE DAY(c.submitted_at) BETWEEN :from AND :to GROUP BY 1
UNION ALL
-- 受理: the day of acceptance lies in the period
SELECT :key, 'accepted', COUNT(*) FROM case_file c WHERE c.accepted_on BETWEEN :from AND :to GROUP BY 1
UNION ALL
-- 办结: the day of closing lies in the period
SELECT :key, 'closed', COUNT(*) FROM case_file c WHERE c.closed_on BETWEEN :from AND :to GROUP BY 1
UNION ALL
-- 按时办结: closed in the period, decided on or before the promised (else the statutory) day
SELECT :key, 'on_time', COUNT(*) FROM case_file c WHERE c.closed_on BETWEEN :from AND :to
   AND c.decided_on <= COALESCE(c.promised_due, c.statutory_due, c.decided_on) GROUP BY 1
UNION ALL
-- 提前办结
SELECT :key, 'early', COUNT(*) FROM case_file c WHERE c.closed_on BETWEEN :from AND :to
   AND c.decided_on < COALESCE(c.promised_due, c.statutory_due) GROUP BY 1
UNION ALL
-- 超期办结
SELECT :key, 'late', COUNT(*) FROM case_file c WHERE c.closed_on BETWEEN :from AND :to
   AND c.decided_on > COALESCE(c.promised_due, c.statutory_due) GROUP BY 1
UNION ALL
-- 在办: submitted by the last day, and what ended it (after any re-opening) is later than it, or missing
SELECT :key, 'open', COUNT(*) FROM case_file c WHERE DAY(c.submitted_at) <= :to AND NOT EXISTS (
   SELECT 1 FROM case_event e WHERE e.case_id = c.id AND DAY(e.at) <= :to
      AND e.kind IN ('closed', 'not_accepted', 'withdrawn', 'abandoned', 'terminated', 'voided')
      AND e.seq > (SELECT COALESCE(MAX(r.seq), 0) FROM case_event r
                    WHERE r.case_id = c.id AND r.kind = 'person_asked')) GROUP BY 1
UNION ALL
-- 现在超期: the clock runs, and the day given lies before today
SELECT :key, 'overdue_open', COUNT(*) FROM case_file c WHERE c.status IN ('accepted', 'review')
   AND COALESCE(c.promised_due, c.statutory_due) < :today GROUP BY 1
UNION ALL
-- 补正: submitted in the period, with a request for corrections at any time
SELECT :key, 'corrected', COUNT(*) FROM case_file c WHERE DAY(c.submitted_at) BETWEEN :from AND :to
   AND (SELECT COUNT(*) FROM case_event e WHERE e.case_id = c.id
         AND e.kind IN ('correction_asked', 'correction_repeated')) >= 1 GROUP BY 1
UNION ALL
-- 一次告知: the same, with exactly one
SELECT :key, 'corrected_once', COUNT(*) FROM case_file c WHERE DAY(c.submitted_at) BETWEEN :from AND :to
   AND (SELECT COUNT(*) FROM case_event e WHERE e.case_id = c.id
         AND e.kind IN ('correction_asked', 'correction_repeated')) = 1 GROUP BY 1
UNION ALL
-- 决定, 准予, 不予许可: the day of the decision that stands lies in the period
SELECT :key, 'decided', COUNT(*) FROM case_file c WHERE c.decided_on BETWEEN :from AND :to GROUP BY 1
UNION ALL
SELECT :key, c.outcome, COUNT(*) FROM case_file c WHERE c.decided_on BETWEEN :from AND :to GROUP BY 1, 2
UNION ALL
-- what happened in the period, by its day
SELECT :key, CASE e.kind
        WHEN 'opinion_given' THEN 'opinions' WHEN 'step_returned' THEN 'returned'
        WHEN 'person_asked' THEN 'reopened' WHEN 'decided_by_rule' THEN 'automatic'
        WHEN 'deemed_accepted' THEN 'deemed' WHEN 'deferred_accepted' THEN 'deferred'
        ELSE e.kind END, COUNT(*)
  FROM case_event e JOIN case_file c ON c.id = e.case_id
 WHERE DAY(e.at) BETWEEN :from AND :to AND e.kind IN ('not_accepted', 'withdrawn', 'opinion_given',
       'step_returned', 'person_asked', 'decided_by_rule', 'deemed_accepted', 'deferred_accepted')
 GROUP BY 1, 2
