-- A submission whose act is done, kept in the transaction of the act: sent again, it is known and not done again.
CREATE TABLE "envoi_fait" (
    "cle" UUID NOT NULL,
    "passage" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "fait_le" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "envoi_fait_pkey" PRIMARY KEY ("cle")
);

CREATE INDEX "envoi_fait_fait_le_idx" ON "envoi_fait"("fait_le");

ALTER TABLE "envoi_fait" ADD CONSTRAINT "envoi_fait_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE CASCADE ON UPDATE CASCADE;
