import type { Agent } from '#domain/acces/droits'
import { no, ok, type Result } from '#domain/result'
import {
  enregistrerVersement as juger,
  type RefusVersement,
  type Versement,
  type VersementGarde,
} from '#domain/suite-accord/versement'
import { jourDeParis, toDate } from '#domain/temps/jour'
import type { Tx } from '#infra/db'
import type { DepsActe } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { accordDe, versementsDe } from '#infra/stores/suite-accord/suite-accord'
import { phraseVersement } from '#libelles/suite-accord/versement'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'
import { ecrireVersements } from '#usecases/suite-accord/ecrire-versement'

/**
 * Records what was paid of a grant, or given back of it: by a RESPONSABLE, from the mandats of the accountants. No money moves: it is the trace of
 * payments that were made, and a mail tells its structure each that it was paid (M13). All of them, each with its entry, or none where one is refused:
 * its reference is then the `detail`. Throws Forbidden, NotFound, Conflict.
 */
export const enregistrerVersements = (
  deps: DepsActe,
  agent: Agent,
  { versements: saisis, ...vise }: Vise & { versements: readonly Versement[] },
): Promise<Result<Versement[], RefusVersement>> =>
  agirSurDossier<Versement[], RefusVersement>(deps, agent, {
    ...vise,
    droit: 'versement.enregistrer',
    decider: async ({ tx, dossier, le }) => {
      const accord = await accordDe(tx, dossier, le)
      const connus: VersementGarde[] = await versementsDe(tx, dossier.id)
      const juges: Versement[] = []
      for (const saisi of saisis) {
        const answer = juger({ accord, versements: connus }, saisi, jourDeParis(le))
        if (!answer.ok) return no(answer.reason, saisi.reference)
        juges.push(answer.value)
        connus.push({ ...answer.value, id: '', estAnnule: false })
      }
      return ok(juges)
    },
    ecrire: async ({ tx, dossier, value, le }) => {
      const gardes: VersementGarde[] = []
      for (const versement of value) {
        const { id } = await tx.versement.create({
          data: { ...versement, le: toDate(versement.le), dossierId: dossier.id, parId: agent.id, saisiLe: le },
          select: { id: true },
        })
        gardes.push({ ...versement, id, estAnnule: false })
      }
      const courrielsA = await ecrireVersements(tx, agent, dossier, { gardes, le })
      for (const { id, nature, montantCents, le: jour, reference } of gardes) {
        const dit = courrielsA.has(id) ? { courrielA: courrielsA.get(id) ?? null } : {}
        await writeJournal(tx, agent, {
          ...{ acte: 'enregistrerVersement', objet: 'dossier', objetId: dossier.id },
          detail: { nature, montantCents: montantCents.toString(), jour, reference, ...dit },
          le,
        })
      }
    },
  })

/** The same of one payment, from the page of its dossier. */
export const enregistrerVersement = (
  deps: DepsActe,
  agent: Agent,
  { dossierId, version, ...versement }: Vise & Versement,
): Promise<Result<Versement[], RefusVersement>> =>
  enregistrerVersements(deps, agent, { dossierId, version, versements: [versement] })

/** What was recorded of this dossier last, in words: what a line of a lot shows before its yes. */
export async function direVersements(tx: Tx, dossierId: string): Promise<string> {
  const dernier = await tx.versement.findFirst({
    where: { dossierId },
    orderBy: { saisiLe: 'desc' },
    select: { saisiLe: true },
  })
  if (!dernier) return ''
  const { saisiLe } = dernier
  const ecrits = await tx.versement.findMany({ where: { dossierId, saisiLe }, select: { id: true } })
  const ids = new Set(ecrits.map(({ id }) => id))
  const versements = await versementsDe(tx, dossierId)
  return versements.filter(({ id }) => ids.has(id)).map(phraseVersement).join(' ') // prettier-ignore
}
