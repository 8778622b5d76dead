-- What the drawing of the letters of a séance answered: while it is behind what was asked, a worker has them to draw.
ALTER TABLE "seance" ADD COLUMN "lettres_dessinees_le" TIMESTAMPTZ;

-- Asked for before the answer was kept: an officer sees those that are missing on its rehearsal, and asks for them there.
UPDATE "seance" SET "lettres_dessinees_le" = "lettres_demandees_le";
