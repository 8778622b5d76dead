-- What a try to send a mail ended in, who holds the mail meanwhile, and whether the sending is suspended (docs/decisions/0028).
ALTER TABLE courriel
  ADD COLUMN cause TEXT,
  ADD COLUMN echec_le TIMESTAMPTZ,
  ADD COLUMN attend_depuis TIMESTAMPTZ,
  ADD COLUMN prise UUID,
  ADD COLUMN pris_le TIMESTAMPTZ,
  ADD COLUMN transmis_le TIMESTAMPTZ;
UPDATE courriel SET cause = 'AUTRE', echec_le = cree_le WHERE etat = 'ECHEC';
UPDATE courriel SET attend_depuis = cree_le WHERE etat = 'A_ENVOYER' AND tentatives > 0;
ALTER TABLE courriel
  ADD CONSTRAINT courriel_cause CHECK (etat <> 'ECHEC' OR cause IS NOT NULL),
  ADD CONSTRAINT courriel_prise CHECK ((prise IS NULL) = (pris_le IS NULL));

-- The mails that are not gone and were tried: what a failure looks at to know whether it is alone.
CREATE INDEX courriel_echec_idx ON courriel (echec_le) WHERE etat IN ('A_ENVOYER', 'ECHEC');
-- When the server last took a mail.
CREATE INDEX courriel_transmis_idx ON courriel (transmis_le) WHERE etat = 'ENVOYE';
-- The mails that wait for the sending to go on.
CREATE INDEX courriel_attente_idx ON courriel (attend_depuis) WHERE etat = 'A_ENVOYER';

-- One row: mails leave, or are suspended since when and why.
CREATE TABLE expedition (
  id INTEGER PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  suspendue_depuis TIMESTAMPTZ,
  cause TEXT,
  reponse TEXT NOT NULL DEFAULT '',
  essais INTEGER NOT NULL DEFAULT 0,
  prochain_essai_le TIMESTAMPTZ,
  version INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT expedition_suspendue CHECK (
    (suspendue_depuis IS NULL) = (cause IS NULL) AND (suspendue_depuis IS NULL) = (prochain_essai_le IS NULL))
);
INSERT INTO expedition (id) VALUES (1);
