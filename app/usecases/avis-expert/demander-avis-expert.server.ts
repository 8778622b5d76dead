import { randomUUID } from 'node:crypto'
import type { Agent } from '#domain/acces/droits'
import { demanderAvis, type RefusDemandeAvis, type SaisieAvisExpert } from '#domain/avis-expert/avis-expert'
import { no, ok, type Result } from '#domain/result'
import { jourDeParis, toDate } from '#domain/temps/jour'
import type { DepsActe } from '#infra/deps'
import { hashJeton } from '#infra/jeton'
import { writeJournal } from '#infra/journal'
import { jetonDAvis } from '#infra/stores/acces/lien-secret'
import { fichiersADonner } from '#infra/stores/avis-expert/avis-expert'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'
import { ecrireALExpert } from '#usecases/avis-expert/ecrire-a-l-expert'

type AvisVoulu = Vise & SaisieAvisExpert & { pieces: readonly string[] }

/**
 * Who instructs asks somebody outside for an avis: they are written to with a link of their own, by which they read the question, the project and the
 * files that are chosen, and answer. A file of another dossier, or that the antivirus holds, refuses the whole. Throws Forbidden, NotFound, Conflict.
 */
export const demanderAvisExpert = (
  deps: DepsActe,
  agent: Agent,
  { dossierId, version, pieces, ...saisie }: AvisVoulu,
): Promise<Result<SaisieAvisExpert, RefusDemandeAvis>> =>
  agirSurDossier<SaisieAvisExpert, RefusDemandeAvis>(deps, agent, {
    ...{ dossierId, version },
    droit: 'dossier.instruire',
    decider: async ({ tx, dossier, le }) => {
      const demandes = await tx.avisDExpert.count({ where: { dossierId } })
      const answer = demanderAvis({ etat: dossier.etat, demandes }, saisie, jourDeParis(le))
      if (!answer.ok) return answer
      const donnables = new Set((await fichiersADonner(tx, dossierId)).map(({ id }) => id))
      return pieces.every((id) => donnables.has(id)) ? ok(answer.value) : no('PIECE_NON_OUVRABLE')
    },
    ecrire: async ({ tx, dossier, value, le }) => {
      const id = randomUUID()
      const choisies = [...new Set(pieces)]
      await tx.avisDExpert.create({
        data: {
          ...{ ...value, id, dossierId, jeton: hashJeton(jetonDAvis(id)), jusquAu: toDate(value.jusquAu) },
          ...{ demandeLe: le, demandeParId: agent.id },
          pieces: { create: choisies.map((versionId) => ({ versionId })) },
        },
        select: { id: true },
      })
      await tx.abonnement.createMany({
        data: [{ objet: 'dossier', objetId: dossierId, agentId: agent.id, voulu: true }],
        skipDuplicates: true,
      })
      const { prenom, nom, jusquAu, confidentiel } = value
      const sujet = { objet: dossier.objet, structure: dossier.structure.nom }
      await ecrireALExpert(tx, agent, { id, ...value, ...sujet }, { genre: 'DEMANDE', le, partirLe: null })
      await writeJournal(tx, agent, {
        ...{ acte: 'demanderAvisExpert', objet: 'dossier', objetId: dossierId, le },
        detail: { expert: `${prenom} ${nom}`, jusquAu, confidentiel, pieces: choisies.length },
      })
    },
  })
