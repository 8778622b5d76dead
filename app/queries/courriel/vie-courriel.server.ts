import { type FaitsDeRemise, preuveDe } from '#domain/courriel/preuve'
import type { CopieMontree, VieDeCourriel } from '#domain/courriel/vie'
import type { ActeJournal } from '#domain/journal/entree'
import type { Db } from '#infra/db'
import { LIBELLE_ACTE_JOURNAL } from '#libelles/journal/journal'

/** What happens to a mail once it is written, as the journal tells it. */
const ACTES_DE_VIE = [
  'retenirCourriel',
  'envoyerCourrielRetenu',
  'abandonnerCourriel',
  'annulerCourriel',
  'avancerCourriel',
  'deplacerCourriel',
  'envoyerCourriel',
  'tenirPourEnvoye',
  'echouerCourriel',
  'relancerCourriel',
  'constaterRetard',
  'constaterRelais',
  'constaterRemise',
  'constaterNonRemise',
  'reglerNonRemise',
] as const satisfies ActeJournal[]

type Courriel = { id: string } & FaitsDeRemise
type Etape = { id: string; le: Date; acte: (typeof ACTES_DE_VIE)[number]; mots: string }
type Copie = { id: string } & CopieMontree

/** What is known of the life of each of these mails. `objets`: what they are about, where the journal tells it. */
export async function viesDesCourriels(db: Db, courriels: readonly Courriel[], objets: readonly string[]) {
  const ids = courriels.map(({ id }) => id)
  const [etapes, copies] = await Promise.all([
    db.$queryRaw<Etape[]>`
      SELECT detail->>'courrielId' AS id, le, acte, coalesce(detail->>'reponse', detail->>'erreur', '') AS mots
      FROM entree_journal WHERE objet IN ('dossier', 'pre-projet', 'courriel', 'courriel-recu') AND objet_id = ANY(${objets}::text[])
        AND acte = ANY(${ACTES_DE_VIE}::text[]) AND detail->>'courrielId' = ANY(${ids}::text[]) ORDER BY id`,
    db.$queryRaw<Copie[]>`
      SELECT courriel_id AS id, prise, le, length(octets) AS taille, sha256, pieces
      FROM copie_de_courriel WHERE courriel_id = ANY(${ids}::uuid[]) ORDER BY le`,
  ])
  return ({ id, ...faits }: Courriel): VieDeCourriel => ({
    preuve: preuveDe(faits),
    etapes: etapes
      .filter((une) => une.id === id)
      .map(({ le, acte, mots }) => ({ le, dit: LIBELLE_ACTE_JOURNAL[acte], mots })),
    copies: copies.filter((une) => une.id === id).map(({ id: _id, ...copie }) => copie),
  })
}
