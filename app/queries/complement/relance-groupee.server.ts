import { type Agent, requireDroit } from '#domain/acces/droits'
import { relancer } from '#domain/complement/relance'
import { destinataire } from '#domain/courriel/courriel'
import { suivreElements } from '#domain/complement/demande-complement'
import { jourDeParis } from '#domain/temps/jour'
import { libelleRefusRelance } from '#libelles/complement/complement'
import { rappelDe } from '#emails/courriel-de-complement'
import { loadRelance } from '#infra/stores/complement/relance'
import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'
import { loadRedacteur } from '#infra/stores/acces/agent'
import { EN_ATTENTE, lireDemande } from '#infra/stores/complement/complement'
import { loadDossier } from '#infra/stores/dossier/dossier'

const LIGNE = {
  etat: true,
  motif: true,
  dossierId: true,
  dossier: {
    select: {
      numero: true,
      objet: true,
      etat: true,
      reprisLe: true,
      contactCourriel: true,
      structure: { select: { nom: true, courriel: true } },
      complements: { where: { etat: EN_ATTENTE } },
      pieces: { select: { code: true, controle: true, controleLe: true, versions: { select: { recueLe: true } } } },
    },
  },
} as const

const lire = (db: Db, id: string, parId: string) =>
  db.relanceGroupee.findFirst({
    where: { id, parId },
    include: { lignes: { orderBy: { rang: 'asc' }, select: LIGNE } },
  })

type Lue = NonNullable<Awaited<ReturnType<typeof lire>>>['lignes'][number]

/** Where one dossier of the batch stands: done or refused as its line says, else as the rule would answer today. */
function situer({ etat, motif, dossierId, dossier }: Lue, now: Date) {
  const [complement] = dossier.complements.map(lireDemande)
  const pieces = dossier.pieces.map(({ versions, ...piece }) => ({
    ...piece,
    recuesLe: versions.map(({ recueLe }) => recueLe),
  }))
  const attendus = complement
    ? suivreElements(complement.elements, { depuis: complement.creeLe, pieces }).filter(({ recuLe }) => !recuLe).length
    : 0
  const adresse = destinataire({
    contactCourriel: dossier.contactCourriel,
    structureCourriel: dossier.structure.courriel,
  })
  const answer = relancer(complement ? { ...complement, attendus } : null, {
    today: jourDeParis(now),
    adresse,
    cas: dossier,
  })
  return {
    dossierId,
    numero: dossier.numero ?? '',
    objet: dossier.objet,
    structure: dossier.structure.nom,
    attendus,
    limite: complement?.limite ?? null,
    etat,
    motif: etat === 'EN_ATTENTE' ? (answer.ok ? null : libelleRefusRelance(answer.reason)) : motif,
    genre: etat === 'EN_ATTENTE' && answer.ok ? answer.value : null,
  }
}

/**
 * A batch of reminders: before it is sent, which dossiers would be reminded, of what, and which not and why; then what became of each.
 * `voir` is a dossier whose very mail is shown. Only who prepared it sees it. Throws NotFound.
 */
export async function relanceGroupee(
  db: Db,
  agent: Agent,
  { id, voir, now }: { id: string; voir: string | null; now: Date },
) {
  requireDroit(agent, 'dossier.instruire')
  const relance = await lire(db, id, agent.id)
  if (!relance) throw new NotFound('relance', id)
  const lignes = relance.lignes.map((ligne) => situer(ligne, now))
  const vue = lignes.find(({ numero, genre }) => genre !== null && numero === voir) ?? lignes.find(({ genre }) => genre)
  const vu = vue && relance.lanceeLe === null ? await loadDossier(db, vue.dossierId) : null
  const redacteur = vu && (await loadRedacteur(db, agent.id))
  const apercu = vu && rappelDe(vu, await loadRelance(db, vu, { now, redacteur }))
  return {
    id,
    lanceeLe: relance.lanceeLe,
    lignes,
    apercu: vue && apercu?.ok ? { numero: vue.numero, courriel: apercu.value.courriel } : null,
  }
}
