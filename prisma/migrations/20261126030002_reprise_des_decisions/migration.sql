-- The request for compléments that a decision ended: taking the decision back awaits it again.
ALTER TABLE decision ADD COLUMN demande_close_id uuid;
