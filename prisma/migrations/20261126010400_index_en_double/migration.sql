-- What has a clock that runs is found by the partial indexes alone: two indexes for one need made the plan a matter of chance, and each write dearer.
DROP INDEX "dossier_complement_limite_id_idx";
DROP INDEX "dossier_rejet_implicite_le_id_idx";
