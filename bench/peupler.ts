import type { Db } from '#infra/db'
import { hashMotDePasse } from '#infra/mot-de-passe'
import { resserrerComptes } from '#infra/stores/comptes'
import { semerFiches } from './pre-projets'

/** Who signs in to be measured. */
export const COMPTE = { courriel: 'banc@exemple.test', motDePasse: 'banc-d-essai-2025' }

/** Officers beside the one who signs in. */
const AGENTS = 6

/**
 * What a campagne under way has beside its dossiers: officers who follow them, fiches and their ties, openings and wishes, requests
 * that wait, mails sent and failed. In the proportions of a year.
 */
export async function peupler(db: Db, volume: number) {
  const motDePasse = await hashMotDePasse(COMPTE.motDePasse)
  await db.agent.create({ data: { ...COMPTE, motDePasse, nom: 'Banc', prenom: 'Claude', role: 'INSTRUCTEUR' } })
  await db.agent.createMany({
    data: Array.from({ length: AGENTS }, (_, i) => ({
      courriel: `agent${i}@exemple.test`,
      nom: `Agent ${i}`,
      prenom: 'Dominique',
      role: 'INSTRUCTEUR' as const,
    })),
  })
  await semerFiches(db, Math.max(1_000, Math.round(volume / 5)))
  await db.$executeRaw`
    WITH rang AS (SELECT id, (row_number() OVER (ORDER BY id))::int AS n FROM dossier),
      qui AS (SELECT array_agg(id ORDER BY courriel) AS ids FROM agent)
    UPDATE dossier d SET agent_id = CASE WHEN n % 5 > 0 THEN qui.ids[1 + n % cardinality(qui.ids)] END,
      complement_limite = CASE WHEN d.etat = 'INCOMPLET' AND n % 3 > 0 THEN current_date + (n % 60 - 20) END
    FROM rang, qui WHERE rang.id = d.id`
  await db.$executeRaw`
    INSERT INTO rapprochement (id, pre_projet_id, dossier_id, score, motif, etat)
    SELECT gen_random_uuid(), p.id, d.id, 60 + d.n % 40, 'Même structure.', (CASE d.n % 3 WHEN 0 THEN 'PROPOSE' WHEN 1 THEN 'CONFIRME' ELSE 'ECARTE' END)::"EtatRapprochement"
    FROM (SELECT id, (row_number() OVER (ORDER BY id))::int AS n FROM dossier) d
    JOIN (SELECT id, (row_number() OVER (ORDER BY id))::int AS n FROM pre_projet) p ON p.n = d.n`
  await db.$executeRaw`
    INSERT INTO deverrouillage (id, dossier_id, sections, motif, ouvert_par_id, ouvert_le, echeance)
    SELECT gen_random_uuid(), d.id, '{PROJET}', 'Le plan de financement est à revoir.', (SELECT id FROM agent WHERE courriel = ${COMPTE.courriel}), now(), now() + interval '10 days'
    FROM dossier d WHERE d.etat = 'INCOMPLET' ORDER BY d.id LIMIT ${Math.max(30, Math.round(volume / 500))}`
  await db.$executeRaw`
    INSERT INTO demande_deverrouillage (id, dossier_id, texte, demandeur, recue_le)
    SELECT gen_random_uuid(), d.id, 'Nous voudrions corriger notre budget.', 'demandeur@exemple.test', now()
    FROM dossier d WHERE d.etat = 'DEPOSE' ORDER BY d.id LIMIT ${Math.max(30, Math.round(volume / 1000))}`
  await db.$executeRaw`
    INSERT INTO courriel (id, cle_unique, modele, destinataire, sujet, texte, html, acteur_type, acteur, dossier_id, etat, cause, cree_le, envoye_le)
    SELECT gen_random_uuid(), 'banc/' || d.numero, 'ar_depot', 'demandeur@exemple.test', 'Votre dossier ' || d.numero, 'Votre dossier est arrivé.', '', 'SYSTEME', 'Le système', d.id,
      (CASE WHEN d.n % 500 = 0 THEN 'ECHEC' ELSE 'ENVOYE' END)::"EtatCourriel", CASE WHEN d.n % 500 = 0 THEN 'ADRESSE_INCONNUE' END, now() - d.n * interval '1 minute', CASE WHEN d.n % 500 > 0 THEN now() END
    FROM (SELECT id, numero, (row_number() OVER (ORDER BY id))::int AS n FROM dossier) d`
  // As a worker does every minute: a screen is read on counts that are gathered.
  await resserrerComptes(db)
  await db.$executeRaw`ANALYZE`
}
