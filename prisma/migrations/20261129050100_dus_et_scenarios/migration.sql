-- What is due of a grant once its bilan is found in order, kept when it is judged: what is paid stops there, and not at what was granted.
ALTER TABLE bilan_de_projet ADD COLUMN du_cents bigint;
UPDATE bilan_de_projet b SET du_cents = CASE
    WHEN b.depense_cents >= c.cout OR c.cout = 0 THEN x.montant_cents
    ELSE div(x.montant_cents::numeric * b.depense_cents, c.cout)::bigint END
  FROM decision x JOIN dossier d ON d.id = x.dossier_id
    CROSS JOIN LATERAL (SELECT CASE WHEN d.cout_total_cents > 0 THEN d.cout_total_cents ELSE x.montant_cents END AS cout) c
  WHERE x.id = b.decision_id AND b.verdict = 'CONFORME';
ALTER TABLE bilan_de_projet ADD CONSTRAINT bilan_de_projet_du CHECK ((depense_cents IS NULL) = (du_cents IS NULL) AND du_cents >= 0);
-- Nothing of these is due: they are not to be paid.
CREATE INDEX bilan_de_projet_rien_du_idx ON bilan_de_projet (decision_id) WHERE verdict = 'CONFORME' AND du_cents = 0;

-- The scenario that a proposition was made of: what it gave nothing is still of the simulation.
ALTER TABLE proposition ADD COLUMN scenario "LettreDeScenario";
