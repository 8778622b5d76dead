-- Whether the demandeur was to be told of it is chosen with the decision and kept with it: until now, told of all but a dossier without suite.
ALTER TABLE decision ADD COLUMN avec_courriel boolean NOT NULL DEFAULT true;
UPDATE decision SET avec_courriel = false WHERE nature = 'SANS_SUITE';
ALTER TABLE decision ALTER COLUMN avec_courriel DROP DEFAULT;

-- A withdrawal was a dossier without suite; it is a state of its own.
UPDATE dossier d SET etat = 'RETIRE' FROM decision x WHERE x.dossier_id = d.id AND x.motif = 'RETRAIT_DEMANDEUR' AND d.etat = 'SANS_SUITE';
UPDATE decision SET nature = 'RETIRE', motif = NULL WHERE motif = 'RETRAIT_DEMANDEUR';

-- What an agent passed over, by name. A bloquant is passed over once for one fact: of two agents at once, one does.
CREATE TABLE passer_outre (
  id uuid PRIMARY KEY,
  dossier_id uuid NOT NULL REFERENCES dossier (id) ON DELETE CASCADE ON UPDATE CASCADE,
  cle text NOT NULL,
  empreinte text NOT NULL,
  constat text NOT NULL,
  motif text NOT NULL,
  par_id uuid NOT NULL REFERENCES agent (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  par text NOT NULL,
  le timestamptz NOT NULL,
  retire_le timestamptz,
  CONSTRAINT passer_outre_motif CHECK (length(btrim(motif)) >= 10)
);
CREATE INDEX passer_outre_dossier_id_idx ON passer_outre (dossier_id);
CREATE UNIQUE INDEX passer_outre_vaut_idx ON passer_outre (dossier_id, cle, md5(empreinte)) WHERE retire_le IS NULL;
CREATE TRIGGER passer_outre_reviser AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON passer_outre FOR EACH STATEMENT EXECUTE FUNCTION reviser('dossier');
