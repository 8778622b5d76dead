-- Each filter that is typed reads an index: where, with whom, when. An amount has its own already.
CREATE INDEX dossier_pays_idx ON dossier (plier(pays), (coalesce(rejet_implicite_le, 'infinity'::date)), id);
CREATE INDEX dossier_partenaire_idx ON dossier (plier(ville_partenaire) text_pattern_ops);
CREATE INDEX dossier_sejour_fin_idx ON dossier (projet_fin);
CREATE INDEX dossier_sejour_debut_idx ON dossier (projet_debut);
CREATE INDEX structure_commune_idx ON structure (plier(commune));
