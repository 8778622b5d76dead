import { randomUUID } from 'node:crypto'
import type { Agent } from '#domain/acces/droits'
import { AVIS } from '#domain/pre-projet/avis'
import { relireFormulaire } from '#domain/portail/suite-ligne'
import { addDays, compareJours, fromDate, jourDeParis } from '#domain/temps/jour'
import type { CourrielLu } from '#fichiers/courriel/courriel-lu'
import { accuserFiche } from '#usecases/courriel-recu/accuser-fiche'
import { abandonnerCourriel } from '#usecases/courriel/abandonner-courriel'
import { annulerCourriel } from '#usecases/courriel/annuler-courriel'
import { avancerCourriel } from '#usecases/courriel/avancer-courriel'
import { deplacerCourriel } from '#usecases/courriel/deplacer-courriel'
import { envoyerCourrielRetenu } from '#usecases/courriel/envoyer-courriel-retenu'
import { reglerNonRemise } from '#usecases/courriel/regler-non-remise'
import { relancerCourriel } from '#usecases/courriel/relancer-courriel'
import { relancerDossier } from '#usecases/complement/relancer-dossier'
import { noterDemandeDeverrouillage } from '#usecases/deverrouillage/noter-demande-deverrouillage'
import {
  annulerRefusDeverrouillage,
  refuserDemandeDeverrouillage,
} from '#usecases/deverrouillage/refuser-demande-deverrouillage'
import { libererDecision } from '#usecases/dossier/liberer-decision'
import { clorePreProjet } from '#usecases/pre-projet/clore-pre-projet'
import { inviterADeposer } from '#usecases/pre-projet/inviter-a-deposer'
import { rendreAvis } from '#usecases/pre-projet/rendre-avis'
import { importerLigne } from '#usecases/portail/importer-ligne'
import { ACTES, type AFaire } from '../dossier/actes-de-chemin'
import { type Equipe, formulaireDe } from '../dossier/des-dossiers'

/** The acts that a mail comes of are done on a dossier and on a fiche of the same people. */
export type AFaireDeCourriel = AFaire & {
  preProjetId: string
  adresse: string
  /** The mail that brought the fiche, whoever sent it. */
  lu: CourrielLu
  /** An officer sent this one in spite of that reason. */
  accepter: (courrielId: string, motif: string) => void
  /** An officer has seen to the mail that came back from this address. */
  regler: (adresse: string) => void
}

type ActeDeCourriel = (faire: AFaireDeCourriel) => Promise<unknown>

const MOTIF = 'Le budget est à corriger.'
const JOUR_MS = 86_400_000

const parmi = <T>(liste: readonly T[], choix: number): T | undefined => liste[choix % liste.length]

/** One of the mails about this dossier or this fiche. */
const unCourriel = async (
  { deps, vise, preProjetId, choix }: AFaireDeCourriel,
  etat: 'A_ENVOYER' | 'RETENU' | 'NON_REMIS',
) =>
  parmi(
    await deps.db.courriel.findMany({
      where: { OR: [{ dossierId: vise.dossierId }, { preProjetId }], etat },
      orderBy: { cleUnique: 'asc' },
    }),
    choix,
  )

const surUnCourriel =
  (
    etat: 'A_ENVOYER' | 'RETENU' | 'NON_REMIS',
    acte: (
      faire: AFaireDeCourriel,
      courriel: { courrielId: string; version: number; motif: string; destinataire: string },
    ) => Promise<unknown>,
  ): ActeDeCourriel =>
  async (faire) => {
    const courriel = await unCourriel(faire, etat)
    if (!courriel) return undefined
    const { id: courrielId, version, motifRetenue, destinataire } = courriel
    return acte(faire, { courrielId, version, motif: motifRetenue ?? '', destinataire })
  }

const surLaFiche =
  (
    acte: (faire: AFaireDeCourriel, fiche: { preProjetId: string; version: number }) => Promise<unknown>,
  ): ActeDeCourriel =>
  async (faire) => {
    const { preProjetId, deps } = faire
    const { version } = await deps.db.preProjet.findUniqueOrThrow({ where: { id: preProjetId } })
    return acte(faire, { preProjetId, version })
  }

/** The wish to be let back in that waits, or was refused, on this dossier. */
const souhaitDe = ({ deps, vise: { dossierId } }: AFaire, etat: 'EN_ATTENTE' | 'REFUSEE') =>
  deps.db.demandeDeverrouillage.findFirst({ where: { dossierId, etat }, orderBy: { id: 'asc' } })

const ecrire = (agent: Agent, { choix }: AFaire) => `Notre réponse ${agent.prenom} ${choix} ${randomUUID()}.`

/** A demande that we did not hold comes with a listing, deposited some days before. */
async function deposer({ deps, campagne, lotId, rangSuivant, numero, adresse, choix }: AFaireDeCourriel) {
  const rang = rangSuivant()
  const deposeLe = addDays(jourDeParis(deps.now()), -(parmi([0, 12, 29, 31, 45], choix) ?? 0))
  const nom = `Club venu avec ${numero} ${rang}`
  const demandeLue = relireFormulaire({
    ...formulaireDe({ numero: `${deposeLe.slice(0, 4)}-${60_000 + rang}`, nom, deposeLe }),
    ...(adresse && { courriel: adresse }),
  })
  if (!demandeLue) throw new Error('the form of these paths is one that can be read')
  return importerLigne(deps, { lotId, rang, demandeLue, campagne, campagnes: [], accuser: choix % 3 !== 0 })
}

/** What makes a mail, moves it, or takes away what it tells. */
export const ACTES_DE_COURRIEL = {
  ...(({ declarerComplet, accorder, refuser, declarerHorsDelai, declarerIneligible, classerSansSuite, retirer }) => ({
    ...{ declarerComplet, accorder, refuser, declarerHorsDelai, declarerIneligible, classerSansSuite, retirer },
  }))(ACTES),
  ...(({ reprendre, rouvrir, demanderComplements, annulerComplements, recevoirElement, deverrouiller, refermer }) => ({
    ...{ reprendre, rouvrir, demanderComplements, annulerComplements, recevoirElement, deverrouiller, refermer },
  }))(ACTES),
  liberer: ACTES.liberer,
  annulerDeverrouillage: ACTES.annulerDeverrouillage,
  controler: ACTES.controler,
  constater: ACTES.constater,
  relancer: ({ deps, agent, vise }) => relancerDossier(deps, agent, vise),
  noterSouhait: ({ deps, agent, vise }) =>
    noterDemandeDeverrouillage(deps, agent, {
      ...{ ...vise, canal: 'TELEPHONE', demandeur: 'Inès Delcroix', recueLe: deps.now() },
      texte: 'Elle demande à remplacer le RIB.',
    }),
  refuserSouhait: async (faire) => {
    const souhait = await souhaitDe(faire, 'EN_ATTENTE')
    const { deps, agent, vise } = faire
    return souhait && refuserDemandeDeverrouillage(deps, agent, { ...vise, demandeId: souhait.id, motif: MOTIF })
  },
  annulerRefus: async (faire) => {
    const souhait = await souhaitDe(faire, 'REFUSEE')
    return souhait && annulerRefusDeverrouillage(faire.deps, faire.agent, { ...faire.vise, demandeId: souhait.id })
  },
  deposer,
  accuserFiche: ({ deps, campagne, preProjetId, adresse, lu, choix }) => {
    const recuLe = new Date(deps.now().getTime() - (parmi([0, 2, 40], choix) ?? 0) * JOUR_MS)
    const horsDelai = compareJours(jourDeParis(recuLe), fromDate(campagne.echeanceFiche)) > 0
    const recu = {
      lu: { ...lu, de: { nom: 'Inès Delcroix', adresse } },
      recuLe,
      estDate: choix % 4 !== 0,
      le: deps.now(),
    }
    const fiche = { preProjetId, titre: 'Échange', contactNom: 'Inès Delcroix', campagne, horsDelai }
    return deps.db.$transaction((tx) => accuserFiche(tx, recu, fiche))
  },
  rendreAvis: surLaFiche((faire, vise) => {
    const { deps, agent, choix } = faire
    const dans = parmi([0, 0, 1, 20, 59], choix >> 2) ?? 0
    return rendreAvis(deps, agent, {
      ...{ ...vise, avis: parmi(AVIS, choix) ?? 'FAVORABLE', texte: ecrire(agent, faire) },
      ...(dans > 0 && { partirLe: new Date(deps.now().getTime() + dans * JOUR_MS) }),
    })
  }),
  inviter: surLaFiche(({ deps, agent }, vise) => inviterADeposer(deps, agent, vise)),
  clore: surLaFiche(({ deps, agent }, vise) => clorePreProjet(deps, agent, vise)),
  annuler: surUnCourriel('A_ENVOYER', ({ deps, agent }, vise) => annulerCourriel(deps, agent, vise)),
  avancer: surUnCourriel('A_ENVOYER', ({ deps, agent }, vise) => avancerCourriel(deps, agent, vise)),
  deplacer: surUnCourriel('A_ENVOYER', ({ deps, agent, choix }, vise) =>
    deplacerCourriel(deps, agent, { ...vise, partirLe: new Date(deps.now().getTime() + (1 + (choix % 50)) * JOUR_MS) }),
  ),
  envoyerQuandMeme: surUnCourriel('RETENU', async ({ deps, agent, accepter }, { motif, ...vise }) => {
    const answer = await envoyerCourrielRetenu(deps, agent, vise)
    if (answer.ok) accepter(vise.courrielId, motif)
    return answer
  }),
  reglerRetour: surUnCourriel('NON_REMIS', async ({ deps, agent, regler }, { destinataire, courrielId, version }) => {
    const answer = await reglerNonRemise(deps, agent, { courrielId, version })
    if (answer.ok) regler(destinataire)
    return answer
  }),
  renvoyer: surUnCourriel('NON_REMIS', ({ deps, agent }, { courrielId, version }) =>
    relancerCourriel(deps, agent, { courrielId, version }),
  ),
  abandonner: surUnCourriel('RETENU', ({ deps, agent }, vise) => abandonnerCourriel(deps, agent, vise)),
} as const satisfies Record<string, ActeDeCourriel>

export type NomDActeDeCourriel = keyof typeof ACTES_DE_COURRIEL

/** Somebody else than who took it lets the decision of this mail go. */
export async function faireRelire(
  deps: AFaire['deps'],
  equipe: Equipe,
  { dossierId, cleUnique }: { dossierId: string | null; cleUnique: string },
): Promise<boolean> {
  const { priseParId, dossier } = await deps.db.decision.findUniqueOrThrow({
    where: { id: cleUnique.split('/')[1] ?? '', dossierId: dossierId ?? '' },
    include: { dossier: { select: { id: true, version: true } } },
  })
  const autre = equipe.RESPONSABLE.id === priseParId ? equipe.ADMIN : equipe.RESPONSABLE
  return (await libererDecision(deps, autre, { dossierId: dossier.id, version: dossier.version })).ok
}
