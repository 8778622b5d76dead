import type { Agent, Role } from '#domain/acces/droits'
import { codeCampagne } from '#domain/campagne/campagne-par-defaut'
import type { Dispositif } from '#domain/dispositif'
import { addDays, toDate } from '#domain/temps/jour'
import type { TexteSaisi, UsageTexte } from '#domain/texte-type/texte-type'
import { hashMotDePasse } from '#infra/mot-de-passe'
import type { Db } from '#infra/db'
import { agentDe } from '#infra/stores/acces/agent'
import { faireVivreCampagne } from '#usecases/campagne/faire-vivre-campagne'
import { remplirChampDuDossier } from '#usecases/champ-du-service/remplir-champs'
import { ajouterAuDossier } from '#usecases/etiquette/etiqueter-dossier'
import { ecrireNote } from '#usecases/note/ecrire-note'
import { proposerMontant } from '#usecases/proposition/proposer-montant'
import { creerTerritoire } from '#usecases/structure/regler-territoire'
import { ecrireTexteType } from '#usecases/texte-type/regler-textes-types'
import { auBureau, type DepsDemo, type Evenement, instant, type Monde, must } from './agenda'
import type { Calendrier } from './calendrier'
import { rangDe } from './echanges'
import { importeLeDe, numeroDe } from './extraction'
import { type Dates, ouvrir } from './ouverture'

/** Of every account of the demonstration. */
export const MOT_DE_PASSE = 'demo-mcei-2025'

const AGENTS: [courriel: string, role: Role, prenom: string, nom: string, qualite: string][] = [
  ['lecteur@mcei.test', 'LECTEUR', 'Léa', 'Wattel', 'Assistante de direction'],
  ['agent@mcei.test', 'INSTRUCTEUR', 'Claire', 'Delmotte', 'Chargée de mission mobilité internationale'],
  ['responsable@mcei.test', 'RESPONSABLE', 'Paul', 'Verhaeghe', 'Responsable de la mission'],
  ['admin@mcei.test', 'ADMIN', 'Aline', 'Debruyne', 'Administratrice de l’application'],
]

/** The accounts of the demonstration, there since its first day. */
export async function embaucher(db: Db, { precedente }: Calendrier): Promise<(role: Role) => Agent> {
  const motDePasse = await hashMotDePasse(MOT_DE_PASSE)
  const creeLe = toDate(precedente.ouverteLe)
  const agents = await Promise.all(
    AGENTS.map(([courriel, role, prenom, nom, qualite]) =>
      db.agent.create({
        data: { courriel, role, prenom, nom, qualite, telephone: '0353012030', motDePasse, creeLe },
      }),
    ),
  )
  return (role) => {
    const agent = agents.find((un) => un.role === role)
    if (!agent) throw new Error(`no agent: ${role}`)
    return agentDe(agent)
  }
}

const fermer = (responsable: Agent, code: string) => async (deps: DepsDemo) => {
  const { version } = await deps.db.campagne.findUniqueOrThrow({ where: { code }, select: { version: true } })
  must(await faireVivreCampagne(deps, responsable, { code, version, acte: 'fermerCampagne' }), code)
}

const TERRITOIRES = [
  { nom: 'Lens, Liévin, Hénin', communes: 'Lens, Liévin, Carvin' },
  { nom: 'Audomarois', communes: 'Saint-Omer' },
  { nom: 'Littoral', communes: 'Calais, Boulogne-sur-Mer, Berck' },
]

/** The words that the service keeps ready; those of the running campagne name it. */
const textesTypes = (code: string): (TexteSaisi & { usage: UsageTexte })[] => [
  {
    ...{ usage: 'MESSAGE', campagne: '', nom: 'Pièce bien reçue' },
    corps: `Nous avons bien reçu la pièce que vous nous avez adressée pour votre dossier {numero}, «\u00a0{objet}\u00a0».

Elle est jointe à votre demande et va être examinée.`,
  },
  {
    ...{ usage: 'MESSAGE', campagne: code, nom: 'Calendrier de la commission' },
    corps: `Votre dossier {numero} est en cours d’instruction.

La décision sera prise par la Commission permanente. Vous en serez informés par courriel.`,
  },
  { usage: 'NOTE', campagne: '', nom: 'Appel téléphonique', corps: 'Appel de {structure}\u00a0:' },
  {
    ...{ usage: 'COMPLEMENT', campagne: '', nom: 'Document à signer' },
    corps: 'Déposez de nouveau le document, daté et signé par le représentant légal.',
  },
  {
    ...{ usage: 'NON_CONFORMITE', campagne: '', nom: 'Signataire sans pouvoir' },
    corps: 'Le signataire n’est pas le représentant légal et aucun pouvoir n’est joint.',
  },
  {
    ...{ usage: 'REFUS', campagne: '', nom: 'Dépenses non retenues' },
    corps: 'Certaines dépenses présentées n’entrent pas dans celles que l’appel soutient.',
  },
  {
    ...{ usage: 'IRRECEVABILITE', campagne: '', nom: 'Projet en France' },
    corps: 'Le séjour a lieu en France\u00a0: l’appel soutient les projets menés à l’étranger.',
  },
  {
    ...{ usage: 'SANS_SUITE', campagne: '', nom: 'Renonce par téléphone' },
    corps: 'Le représentant de la structure a dit par téléphone qu’il renonçait à sa demande.',
  },
]

/** The two running campagnes and the one that was closed before them, and the parts of the Département. */
export function campagnesDe(monde: Monde): Evenement[] {
  const { courante, precedente } = monde.calendrier
  const { responsable } = monde.equipe
  const avant = codeCampagne('MEI', precedente.annee)
  const ouverture = (dispositif: Dispositif, { annee, ...dates }: Dates & { annee: number }) => ({
    le: instant(monde, dates.ouverteLe, [5]),
    faire: ouvrir(responsable, { dispositif, annee }, dates),
  })
  return [
    ouverture('MEI', precedente),
    ...TERRITOIRES.map((saisi) => ({
      le: instant(monde, precedente.ouverteLe, [6]),
      faire: async (deps: DepsDemo) => must(await creerTerritoire(deps, responsable, saisi), saisi.nom),
    })),
    { le: instant(monde, precedente.fermeeLe, [17]), faire: fermer(responsable, avant) },
    ouverture('MEI', courante),
    ouverture('JUMELAGES', courante),
    ...textesTypes(codeCampagne('MEI', courante.annee)).map((saisi) => ({
      le: instant(monde, courante.ouverteLe, [6]),
      faire: async (deps: DepsDemo) => must(await ecrireTexteType(deps, responsable, saisi), saisi.nom),
    })),
  ]
}

const PROPOSITIONS = [
  ['Mémoire européenne à Ypres et Berlin', 'FAVORABLE', 1000, ''],
  ['Correspondants de Canterbury', 'FAVORABLE', 800, 'Le budget de la restauration est élevé.'],
  ['Patrimoine et cuisine à Cáceres', 'RESERVE', 600, 'Le partenaire n’a pas encore signé.'],
] as const

/** What officers said to each other of the dossiers they work on. */
export function propos(monde: Monde): Evenement[] {
  const { calendrier, equipe } = monde
  const { instructeur, responsable } = equipe
  const trouver = async ({ db }: DepsDemo, rang: number) => {
    const numero = numeroDe(calendrier, rang)
    const { id, version } = await db.dossier.findUniqueOrThrow({
      where: { numero },
      select: { id: true, version: true },
    })
    return { dossierId: id, version }
  }
  const apres = (rang: number, jours: number) =>
    auBureau(monde, addDays(importeLeDe(calendrier, rang), jours), [16, 30])
  const propositions = PROPOSITIONS.map(([objet, avis, milliemes, motif]) => {
    const rang = rangDe(objet)
    return {
      le: apres(rang, 6),
      faire: async (deps: DepsDemo) => {
        const voulue = { avis, montant: { base: 'PART', milliemes } as const, motif }
        must(await proposerMontant(deps, instructeur, { ...(await trouver(deps, rang)), ...voulue }), objet)
      },
    }
  })
  const etiquetees = (
    [
      ['Mémoire européenne à Ypres et Berlin', 'À voir en commission'],
      ['Jeunes ambassadeurs à Ziguinchor', 'Visite prévue'],
      ['Charte d’amitié avec Žilina', 'Première demande'],
    ] as const
  ).map(([objet, nom]) => {
    const rang = rangDe(objet)
    return {
      le: apres(rang, 3),
      faire: async (deps: DepsDemo) =>
        must(await ajouterAuDossier(deps, instructeur, { ...(await trouver(deps, rang)), nom }), nom),
    }
  })
  const remplis = (
    [
      ['Mémoire européenne à Ypres et Berlin', 'Priorité', 'Haute'],
      ['Mémoire européenne à Ypres et Berlin', 'Aide de l’an dernier', '2 500'],
      ['Correspondants de Canterbury', 'Priorité', 'Moyenne'],
      ['Patrimoine et cuisine à Cáceres', 'Priorité', 'Basse'],
    ] as const
  ).map(([objet, libelle, saisie]) => {
    const rang = rangDe(objet)
    return {
      le: apres(rang, 4),
      faire: async (deps: DepsDemo) => {
        const voulu = { ...(await trouver(deps, rang)), libelle, saisie }
        must(await remplirChampDuDossier(deps, instructeur, voulu), libelle)
      },
    }
  })
  const note = (rang: number, auteur: Agent, texte: string) => ({
    le: apres(rang, 7),
    faire: async (deps: DepsDemo) => {
      const { dossierId } = await trouver(deps, rang)
      must(await ecrireNote(deps, auteur, { sujet: { dossierId }, texte }), texte)
    },
  })
  const berlin = rangDe('Mémoire européenne à Ypres et Berlin')
  return [
    ...propositions,
    ...etiquetees,
    ...remplis,
    note(berlin, instructeur, 'Le lycée d’accueil a changé. @Paul Verhaeghe, peux-tu relire la convention ?'),
    note(berlin, responsable, 'Relu : rien à redire, on le passe en commission.'),
  ]
}
