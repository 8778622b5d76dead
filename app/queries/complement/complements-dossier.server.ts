import { lireReglages } from '#domain/campagne/reglages'
import { empechementComplement, type ElementDemande } from '#domain/complement/complement'
import { JOURS_MAX_COMPLEMENT, MINUTES_ANNULATION, suivreElements } from '#domain/complement/demande-complement'
import { cleUnique } from '#domain/courriel/courriel'
import { isCodePiece } from '#domain/piece/piece'
import { addDays, jourDeParis } from '#domain/temps/jour'
import { phraseAbsente, phraseNonConforme } from '#libelles/complement/complement-phrases'
import { rappelDe } from '#emails/courriel-de-complement'
import { loadRelance } from '#infra/stores/complement/relance'
import type { Db } from '#infra/db'
import { loadRedacteur } from '#infra/stores/acces/agent'
import { lireDemande, piecesRecues } from '#infra/stores/complement/complement'
import { examinerDossier } from '#infra/stores/piece/completude'
import { loadDossier } from '#infra/stores/dossier/dossier'
import { elementsRetenus } from '#queries/complement/elements-retenus'

/** One line of the composer; `cle` names what it comes from, so that it is proposed once. */
export type LigneComposee = ElementDemande & { cle: string }

const lire = (db: Db, id: string) =>
  db.dossier.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      version: true,
      etat: true,
      campagne: { select: { dispositif: true, reglages: true } },
      pieces: { where: { controle: 'NON_CONFORME' }, select: { code: true, motif: true, precision: true } },
      complements: { orderBy: { creeLe: 'desc' }, include: { par: { select: { prenom: true, nom: true } } } },
    },
  })

/** What is absent or refused among the pièces, in the words of the mail. */
async function piecesAProposer(db: Db, { id, pieces }: Awaited<ReturnType<typeof lire>>): Promise<LigneComposee[]> {
  const { manquantes, nonConformes } = await examinerDossier(db, id)
  return [
    ...manquantes.filter(isCodePiece).map((code) => ({ cle: `piece/${code}`, code, ...phraseAbsente(code) })),
    ...nonConformes.filter(isCodePiece).flatMap((code) =>
      pieces
        .filter((piece) => piece.code === code)
        .map(({ motif, precision }, rang) => ({
          cle: `piece/${code}/${rang}`,
          code,
          ...phraseNonConforme(code, motif, precision),
        })),
    ),
  ]
}

/** True while the mail of the request has not left, and it can be taken back. */
async function estAnnulable(db: Db, { id, creeLe }: { id: string; creeLe: Date }, now: Date): Promise<boolean> {
  const courriel = await db.courriel.findUnique({ where: { cleUnique: cleUnique('complement', id) } })
  if (courriel) return courriel.etat === 'A_ENVOYER' && courriel.tentatives === 0
  return now.getTime() < creeLe.getTime() + MINUTES_ANNULATION * 60_000
}

/**
 * Everything about what is asked of a demandeur: what waits and where each of its elements stands, what was asked before, and what
 * could be asked now. `moi` is the agent who would remind. Lines already asked and still awaited come first, then pièces, then what officers kept.
 */
export async function complementsDossier(db: Db, dossierId: string, { moi, now }: { moi: string; now: Date }) {
  const [dossier, pieces, retenus] = await Promise.all([
    lire(db, dossierId),
    piecesRecues(db, dossierId),
    elementsRetenus(db, dossierId),
  ])
  const demandes = dossier.complements.map((complement) => {
    const lue = lireDemande(complement)
    return { ...lue, elements: suivreElements(lue.elements, { depuis: lue.creeLe, pieces }) }
  })
  const attente = demandes.find(({ etat }) => etat === 'OUVERTE' || etat === 'DEPASSEE') ?? null
  const attendus = (attente?.elements ?? []).filter(({ recuLe }) => recuLe === null)
  const codesAttendus = new Set(attendus.map(({ code }) => code))
  const proposees = (await piecesAProposer(db, dossier)).filter(({ code }) => !codesAttendus.has(code))
  const { complementJours } = lireReglages(dossier.campagne.reglages, dossier.campagne.dispositif)
  const du = jourDeParis(new Date(now.getTime() + MINUTES_ANNULATION * 60_000))
  const redacteur = await loadRedacteur(db, moi)
  const enAttente = attente && (await loadDossier(db, dossierId))
  const rappel = enAttente && rappelDe(enAttente, await loadRelance(db, enAttente, { now, redacteur }))
  return {
    version: dossier.version,
    empechement: empechementComplement(dossier.etat),
    attente: attente && { ...attente, annulable: attente.etat === 'OUVERTE' && (await estAnnulable(db, attente, now)) },
    relance: rappel && (rappel.ok ? { refus: null, courriel: rappel.value.courriel } : { refus: rappel.reason }),
    historique: demandes.filter((complement) => complement !== attente),
    lignes: [
      ...attendus.map(({ code, constat, aFaire }, rang): LigneComposee => ({
        cle: `attendu/${rang}`,
        code,
        constat,
        aFaire,
      })),
      ...proposees,
      ...retenus.map(({ cle, code, constat, aFaire }): LigneComposee => ({ cle, code, constat, aFaire })),
    ],
    limite: {
      min: addDays(du, 1),
      defaut: addDays(du, Math.min(Math.max(1, complementJours), JOURS_MAX_COMPLEMENT)),
      max: addDays(du, JOURS_MAX_COMPLEMENT),
    },
  }
}
