-- A demandeur withdraws their own demande: the decision is then nobody's of ours. It is never anything else than a withdrawal.
ALTER TABLE decision
  ALTER COLUMN prise_par_id DROP NOT NULL,
  ADD COLUMN retiree_par_id uuid REFERENCES demandeur (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT decision_prise_ou_retiree CHECK (num_nonnulls(prise_par_id, retiree_par_id) = 1),
  ADD CONSTRAINT decision_retiree_est_un_retrait CHECK (retiree_par_id IS NULL OR nature = 'RETIRE');
CREATE INDEX decision_retiree_par_id_idx ON decision (retiree_par_id);
