import { createHash } from 'node:crypto'
import { type Agent, requireDroit } from '#domain/acces/droits'
import type { RefusLettre } from '#domain/dossier/lettre'
import {
  deposerLettreSignee as juger,
  type RefusDuFichierSigne,
  type RefusLettreSignee,
  retirerLettreSignee as jugerRetrait,
  verifierTaille,
} from '#domain/dossier/lettre-signee'
import { no, ok, type Result } from '#domain/result'
import { lettreDeLaDecision } from '#emails/lettre-du-dossier'
import type { Db } from '#infra/db'
import type { DepsActe, DepsFichiers } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { newKey } from '#infra/storage'
import { promettreAnalyseLettreSignee } from '#infra/stores/antivirus/analyse'
import { decisionALettre } from '#infra/stores/dossier/lettre-de-decision'
import { lettreSigneeDe } from '#infra/stores/dossier/lettre-signee'
import { type Interrompue, lire } from '#lecteurs/lecteurs'
import { avecLeRecu } from '#usecases/demande-en-ligne/examiner-fichier'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'

/** `recue`: the key under which it was just received, that nothing else names. */
type Depot = Vise & { nomFichier: string; recue: string }

type Deposee = { decisionId: string; remplacee: string | null }

const sha256De = (octets: Uint8Array): string => createHash('sha256').update(octets).digest('hex')

/** Looks at the bytes, in a process that can be ended. */
async function examiner(contenu: Buffer): Promise<Result<undefined, RefusDuFichierSigne>> {
  const taille = verifierTaille(contenu.length)
  if (!taille.ok) return taille
  const vu = await lire('pdfRecu', { contenu })
  const dit = vu.ok ? vu.value : 'ILLISIBLE'
  return dit === 'LISIBLE' ? ok() : no(dit)
}

/** The letter as it is drawn now. */
async function dessiner(db: Db, dossierId: string): Promise<Result<Uint8Array, RefusLettre | Interrompue>> {
  const lettre = lettreDeLaDecision(await decisionALettre(db, dossierId))
  if (typeof lettre === 'string') return no(lettre)
  const lue = await lire('lettre', lettre)
  return lue.ok ? lue.value : lue
}

/**
 * The letter of a decision as it was signed takes the place of the drawn one, once the antivirus has let it be opened; the one that stood is kept, and given no more. The fingerprint of
 * the letter drawn at that instant is kept beside its own. What was received is taken away whatever comes of it. Throws Forbidden, NotFound, Conflict.
 */
export async function deposerLettreSignee(
  deps: DepsFichiers,
  agent: Agent,
  { nomFichier, recue, ...vise }: Depot,
): Promise<Result<Deposee, RefusLettreSignee | RefusLettre | Interrompue>> {
  const { storage } = deps
  return avecLeRecu(storage, recue, async (contenu) => {
    requireDroit(agent, 'courriel.ecrire')
    const vu = await examiner(contenu)
    if (!vu.ok) return vu
    const dessinee = await dessiner(deps.db, vise.dossierId)
    if (!dessinee.ok) return dessinee
    const fichier = { nomFichier, cle: newKey('lettres', 'pdf'), taille: contenu.length }
    await storage.put(fichier.cle, contenu)
    const empreintes = { sha256: sha256De(contenu), sha256Dessinee: sha256De(dessinee.value) }
    try {
      const answer = await garder(deps, agent, { vise, fichier, empreintes })
      if (!answer.ok) await storage.remove(fichier.cle)
      return answer
    } catch (error) {
      await storage.remove(fichier.cle)
      throw error
    }
  })
}

type AGarder = {
  vise: Vise
  fichier: { nomFichier: string; cle: string; taille: number }
  empreintes: { sha256: string; sha256Dessinee: string }
}

const garder = (deps: DepsActe, agent: Agent, { vise, fichier, empreintes }: AGarder) =>
  agirSurDossier<Deposee, RefusLettreSignee>(deps, agent, {
    ...vise,
    droit: 'courriel.ecrire',
    decider: async ({ tx, dossier: { decision } }) =>
      juger({ decision, enVigueur: decision && (await lettreSigneeDe(tx, decision.id)) }, empreintes.sha256),
    ecrire: async ({ tx, dossier: { id: dossierId }, value: { decisionId, remplacee }, le }) => {
      await tx.lettreSignee.updateMany({
        where: { decisionId, retireeLe: null },
        data: { retireeLe: le, retireeParId: agent.id },
      })
      const { id } = await tx.lettreSignee.create({
        data: { dossierId, decisionId, ...fichier, ...empreintes, parId: agent.id, deposeeLe: le },
        select: { id: true },
      })
      await promettreAnalyseLettreSignee(tx, id)
      await writeJournal(tx, agent, {
        ...{ acte: 'deposerLettreSignee', objet: 'dossier', objetId: dossierId },
        detail: { fichier: fichier.nomFichier, ...empreintes, remplacee: remplacee !== null },
        le,
      })
    },
  })

/** Takes away the signed letter that stands: the drawn one is given again, and the file is kept. Throws Forbidden, NotFound, Conflict. */
export const retirerLettreSignee = (
  deps: DepsActe,
  agent: Agent,
  vise: Vise,
): Promise<Result<{ id: string; nomFichier: string; sha256: string }, RefusLettreSignee>> =>
  agirSurDossier<{ id: string; nomFichier: string; sha256: string }, RefusLettreSignee>(deps, agent, {
    ...vise,
    droit: 'courriel.ecrire',
    decider: async ({ tx, dossier: { decision } }) => jugerRetrait(decision && (await lettreSigneeDe(tx, decision.id))),
    ecrire: async ({ tx, dossier: { id: dossierId }, value: { id, nomFichier, sha256 }, le }) => {
      await tx.lettreSignee.update({
        where: { id },
        data: { retireeLe: le, retireeParId: agent.id },
        select: { id: true },
      })
      await writeJournal(tx, agent, {
        ...{ acte: 'retirerLettreSignee', objet: 'dossier', objetId: dossierId },
        detail: { fichier: nomFichier, sha256 },
        le,
      })
    },
  })
