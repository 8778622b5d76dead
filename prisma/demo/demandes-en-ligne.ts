import type { Demandeur } from '#domain/acces/acteur'
import { codeCampagne } from '#domain/campagne/campagne-par-defaut'
import type { ReponsesEnLigne } from '#domain/demande-en-ligne/etapes'
import { addDays, formatJour, jourDeParis } from '#domain/temps/jour'
import { newKey } from '#infra/storage'
import { attenduesDe } from '#infra/stores/demande-en-ligne/attendues'
import { demandeDuMembre } from '#infra/stores/demande-en-ligne/demande-en-ligne'
import { demandeurDe } from '#infra/stores/demandeur/demandeur'
import { nomPourLeDemandeur } from '#libelles/piece/piece'
import { demanderComplements } from '#usecases/complement/demander-complements'
import { lireBudget } from '#usecases/budget/lire-budget'
import { commencerDemande } from '#usecases/demande-en-ligne/commencer-demande'
import { donnerPiece } from '#usecases/demande-en-ligne/donner-piece'
import { enregistrerEtape } from '#usecases/demande-en-ligne/enregistrer-etape'
import { validerDemande } from '#usecases/demande-en-ligne/valider-demande'
import { deverrouillerDossier } from '#usecases/deverrouillage/deverrouiller-dossier'
import { accorderDossier } from '#usecases/dossier/accorder-dossier'
import { declarerComplet } from '#usecases/dossier/declarer-complet'
import { instruireDossier } from '#usecases/dossier/instruire-dossier'
import { libererDecision } from '#usecases/dossier/liberer-decision'
import { refuserDossier } from '#usecases/dossier/refuser-dossier'
import { controlerPiece } from '#usecases/piece/controler-piece'
import { auBureau, type DepsDemo, type Evenement, type Monde, must } from './agenda'
import { DEMANDEUR } from './comptes'
import { budgetDe, pdfDe } from './fichiers'
import { STRUCTURES } from './structures'

/** Days before the loading on which each was filled in, and what became of it. */
const IL_Y_A = {
  brouillon: 3,
  incomplet: 12,
  complements: 5,
  depose: 4,
  rouvert: 15,
  ouverture: 2,
  refuse: 18,
  refus: 8,
  accorde: 19,
  accord: 9,
}

const STRUCTURE: ReponsesEnLigne = {
  voie: '12 rue de la Paix',
  codePostal: '62300',
  commune: 'Lens',
  courriel: DEMANDEUR,
  adresseDeReponse: 'oui',
  telephone: '03 21 00 00 00',
  representantNom: 'Vandamme',
  representantPrenom: 'Odile',
  representantFonction: 'Présidente',
  correspondantCourriel: DEMANDEUR,
}

/** Days after the loading on which a project begins; one that is over owes its bilan. */
const DANS = { aVenir: 120, fini: -8 }
const DUREE = 7

const projetDe = ({ calendrier }: Monde, objet: string, dans: number): ReponsesEnLigne => ({
  reglementLu: 'oui',
  objet,
  montantDemande: '4000',
  coutTotal: '8000',
  pays: 'Allemagne',
  villePartenaire: 'Herne',
  dateDebut: formatJour(addDays(calendrier.aujourdhui, dans)),
  dateFin: formatJour(addDays(calendrier.aujourdhui, dans + DUREE)),
  nbParticipants: '18',
})

const odile = async ({ db }: DepsDemo): Promise<Demandeur> =>
  demandeurDe(await db.demandeur.findUniqueOrThrow({ where: { courriel: DEMANDEUR } }))

/** Filled in up to its pièces. */
async function commencer(deps: DepsDemo, monde: Monde, objet: string, dans = DANS.aVenir) {
  const demandeur = await odile(deps)
  const { structureId } = await deps.db.membreDeStructure.findFirstOrThrow({ where: { demandeurId: demandeur.id } })
  const code = codeCampagne('JUMELAGES', monde.calendrier.courante.annee)
  const { id } = must(
    await commencerDemande(deps, demandeur, { structureId, code, ficheId: null, cleEnvoi: null }),
    objet,
  )
  const connues = await deps.db.reponsesDEtape.findMany({ where: { demandeEnLigneId: id } })
  const base = Object.assign({}, ...connues.map(({ reponses }) => reponses as object)) as ReponsesEnLigne
  must(
    await enregistrerEtape(deps, demandeur, {
      id,
      etape: 'STRUCTURE',
      base,
      repris: [],
      miennes: { ...base, ...STRUCTURE },
    }),
    objet,
  )
  must(
    await enregistrerEtape(deps, demandeur, {
      id,
      etape: 'PROJET',
      base,
      repris: [],
      miennes: projetDe(monde, objet, dans),
    }),
    objet,
  )
  return { id, demandeur }
}

type Deposee = { objet: string; dans?: number; codes?: (attendues: string[]) => string[] }

async function deposer(deps: DepsDemo, monde: Monde, { objet, dans, codes = () => ['LETTRE', 'RIB'] }: Deposee) {
  const { id, demandeur } = await commencer(deps, monde, objet, dans)
  const attendues = await attenduesDe(deps.db, await demandeDuMembre(deps.db, demandeur.id, id), deps.now())
  const { siret } = await deps.db.structure.findFirstOrThrow({
    where: { membres: { some: { demandeurId: demandeur.id } } },
  })
  const structure = STRUCTURES.find((une) => une.siret === siret)
  if (!structure) throw new Error('the demonstration does not know the structure of its account')
  for (const code of codes(attendues.filter(({ exigence }) => exigence === 'OBLIGATOIRE').map((une) => une.code))) {
    const libelle = LIBELLES[code] ?? nomPourLeDemandeur(code).slice(0, 45)
    const nomFichier = `${libelle}.${code === 'BUDGET_PROJET' ? 'xlsx' : 'pdf'}`
    const fait = jourDeParis(deps.now())
    const recue = newKey('lots')
    await deps.storage.put(
      recue,
      code === 'BUDGET_PROJET'
        ? await budgetDe({ cout: 8_000, demande: 4_000 }, fait)
        : await pdfDe(libelle, { structure, objet, fait }),
    )
    must(await donnerPiece(deps, demandeur, { id, code, nomFichier, recue, televersement: null }), objet)
  }
  const { version } = await deps.db.demandeEnLigne.findUniqueOrThrow({ where: { id }, select: { version: true } })
  must(
    await validerDemande(deps, demandeur, { id, version, arriveeLe: deps.now(), faitA: 'Lens', certifie: 'oui' }),
    objet,
  )
}

const LIBELLES: Readonly<Record<string, string>> = { LETTRE: 'Lettre de demande', BUDGET_PROJET: 'Budget du projet' }

/** Looked at, instructed and granted, as an officer and then a responsable do. */
async function accorder(deps: DepsDemo, { equipe, calendrier }: Monde, objet: string) {
  const jour = (n: number) => addDays(calendrier.aujourdhui, -n)
  const { id: dossierId } = await dossierDe(deps, objet)
  const pieces = await deps.db.piece.findMany({
    where: { dossierId },
    orderBy: { rang: 'asc' },
    include: { versions: { select: { id: true } } },
  })
  for (const { id: pieceId, version: versionPiece, code, versions } of pieces) {
    if (code === 'BUDGET_PROJET') for (const { id } of versions) await lireBudget(deps, id)
    const juge = { dossierId, pieceId, versionPiece, controle: 'CONFORME' } as const
    must(await controlerPiece(deps, equipe.instructeur, juge), objet)
  }
  const vise = async () => ({ dossierId, version: (await dossierDe(deps, objet)).version })
  must(await declarerComplet(deps, equipe.instructeur, await vise()), objet)
  must(await instruireDossier(deps, equipe.instructeur, await vise()), objet)
  const deliberation = { reference: `${calendrier.courante.annee}-117`, le: jour(14), executoireLe: jour(11) }
  const voulue = { montantCents: 400_000n, precision: '', vote: { par: 'HORS_SEANCE', deliberation } } as const
  must(await accorderDossier(deps, equipe.responsable, { ...(await vise()), ...voulue }), objet)
  must(await libererDecision(deps, equipe.relectrice, await vise()), objet)
}

const dossierDe = (deps: DepsDemo, objet: string) =>
  deps.db.dossier.findFirstOrThrow({ where: { objet, origine: 'EXTRANET' }, select: { id: true, version: true } })

const INCOMPLET = 'Atelier de cuisine à Herne'
const DEPOSE = 'Exposition de photographies à Herne'
const ROUVERT = 'Chorale franco-allemande'
const REFUSE = 'Stand de Noël à Herne'
const ACCORDE = 'Rencontre d’harmonies à Herne'

/** What the account of the extranet did there: one that is half filled in, one deposited, one deposited and asked to complete, one opened again, one refused, and one granted whose bilan is due. */
export function demandesEnLigneDe(monde: Monde): Evenement[] {
  const { calendrier, equipe } = monde
  const jour = (n: number) => addDays(calendrier.aujourdhui, -n)
  const deposee = (n: number, objet: string): Evenement => ({
    le: auBureau(monde, jour(n), [14]),
    faire: (deps) => deposer(deps, monde, { objet }),
  })
  return [
    {
      le: auBureau(monde, jour(IL_Y_A.accorde), [15]),
      faire: (deps) => deposer(deps, monde, { objet: ACCORDE, dans: DANS.fini, codes: (attendues) => attendues }),
    },
    {
      le: auBureau(monde, jour(IL_Y_A.accord), [16]),
      faire: (deps) => accorder(deps, monde, ACCORDE),
    },
    deposee(IL_Y_A.refuse, REFUSE),
    deposee(IL_Y_A.rouvert, ROUVERT),
    deposee(IL_Y_A.incomplet, INCOMPLET),
    deposee(IL_Y_A.depose, DEPOSE),
    {
      le: auBureau(monde, jour(IL_Y_A.brouillon), [15]),
      faire: (deps) => commencer(deps, monde, 'Tournoi de pétanque à Herne'),
    },
    {
      le: auBureau(monde, jour(IL_Y_A.refus), [10]),
      faire: async (deps) => {
        const { id: dossierId, version } = await dossierDe(deps, REFUSE)
        const deliberation = { reference: `${calendrier.courante.annee}-118`, le: jour(14), executoireLe: jour(11) }
        const voulue = {
          motif: 'CREDITS_EPUISES',
          precision: 'L’enveloppe de l’année est entièrement engagée.',
          vote: { par: 'HORS_SEANCE', deliberation },
        } as const
        must(await refuserDossier(deps, equipe.responsable, { dossierId, version, ...voulue }), REFUSE)
        const relue = { dossierId, version: (await dossierDe(deps, REFUSE)).version }
        must(await libererDecision(deps, equipe.relectrice, relue), REFUSE)
      },
    },
    {
      le: auBureau(monde, jour(IL_Y_A.complements), [11]),
      faire: async (deps) => {
        const { id: dossierId, version } = await dossierDe(deps, INCOMPLET)
        const element = {
          code: 'RIB',
          constat: 'Le RIB joint n’est pas au nom de la structure.',
          aFaire: 'Joignez celui de la structure.',
        }
        const limite = addDays(calendrier.aujourdhui, 15)
        const demandes = { elements: [element], cles: [], remplace: null, limite }
        must(await demanderComplements(deps, equipe.instructeur, { dossierId, version, ...demandes }), INCOMPLET)
      },
    },
    {
      le: auBureau(monde, jour(IL_Y_A.ouverture), [10]),
      faire: async (deps) => {
        const { id: dossierId, version } = await dossierDe(deps, ROUVERT)
        const parties = { sections: ['BUDGET', 'PIECES'], champs: [], pieces: [] } as const
        const voulue = {
          ...parties,
          motif: 'Le budget joint n’est pas celui de cette année.',
          echeance: addDays(calendrier.aujourdhui, 7),
        }
        must(await deverrouillerDossier(deps, equipe.instructeur, { dossierId, version, ...voulue }), ROUVERT)
      },
    },
  ]
}
