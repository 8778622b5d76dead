import type { Relance } from '#domain/complement/relance'
import type { Decision, NatureDecision } from '#domain/dossier/decision'
import { AVIS } from '#domain/pre-projet/avis'
import { ok, type Result } from '#domain/result'
import { addDays, fromDate, jourDeParis, toDate } from '#domain/temps/jour'
import { courrielDeComplements, courrielDeCompletude, rappelDe } from '#emails/courriel-de-complement'
import {
  type CourrielCompose,
  courrielDeConfirmation,
  courrielDeDecision,
  courrielDeDepot,
  courrielDeDeverrouillage,
  courrielDeRappel,
  courrielDeRefusDeverrouillage,
  type DossierEcrit,
  type Ecriture,
  reglagesDe,
} from '#emails/courriel-de-dossier'
import {
  corpsDAvis,
  courrielDAvis,
  courrielDeFicheRecue,
  courrielDInvitation,
  type FicheEcrite,
} from '#emails/courriel-de-fiche'
import { essaisDeBilan, essaisDeVersement, reversementDEssai } from '#emails/essais-de-suites'
import { lieuDeDepot } from '#domain/campagne/lieu-de-depot'
import { lireReglages } from '#domain/campagne/reglages'
import { type Redacteur, signataireDe } from '#domain/courriel/signature'
import {
  estDeFiche,
  lireTextes,
  type ModeleATextes,
  type ModeleDeFiche,
  type RefusTexte,
  type TextesCampagne,
  type TextesSaisis,
} from '#domain/courriel/textes'
import { verifierTextes } from '#emails/textes-saisis'
import { formatInstant } from '#libelles/temps'
import { LIBELLE_AVIS } from '#libelles/pre-projet/pre-projet'

/** A mail as it could leave, and in which case where it has several. */
export type Essai = { cas: string; courriel: CourrielCompose }

type SurUnDossier = Exclude<ModeleATextes, ModeleDeFiche>

type EcritureDAgent = Ecriture & { redacteur: Redacteur }

const seul = (courriel: CourrielCompose | null): Essai[] => (courriel ? [{ cas: '', courriel }] : [])

const ELEMENTS = [
  { code: 'RIB', constat: 'pièce absente du dossier', aFaire: 'envoyez le RIB de la structure' },
  { code: null, constat: 'date de fin du projet absente', aFaire: 'indiquez-la' },
]

const EXEMPLE = 'Ici, ce que l’agent aura écrit.'

/** A deposit as a structure makes one, with a file and a pièce that is missing. */
const envoiDEssai = (now: Date) => ({
  enregistree: formatInstant(now),
  deposeePar: 'La personne qui dépose',
  fichiers: [{ code: 'LETTRE', nomFichier: 'Lettre signée.pdf' }],
  manquantes: ['RIB'],
  ou: null,
})

/** Days after which silence would reject what is shown: a mail announces that day as one to come, so it lies ahead. */
const REJET_DANS = 60

const decisionDe = (nature: NatureDecision, montantCents: bigint, now: Date): Omit<Decision, 'vote'> => ({
  nature,
  montantCents,
  motif: null,
  precision: EXEMPLE,
  avecCourriel: true,
  priseLe: now,
})

/** The mails of this modele that this dossier could be sent, were the fact it tells to happen now. Nobody to write to: none. */
function essaisSurDossier(modele: SurUnDossier, dossier: DossierEcrit, ecriture: EcritureDAgent): Essai[] {
  const { now } = ecriture
  const today = jourDeParis(now)
  const limite = addDays(today, reglagesDe(dossier).complementJours)
  const rejetLe = addDays(today, REJET_DANS)
  const ouvert = {
    sections: ['BUDGET' as const],
    champs: [],
    pieces: ['RIB'],
    motif: EXEMPLE,
    echeance: toDate(limite),
  }
  const decide = (nature: NatureDecision, montant = dossier.montantDemandeCents) =>
    seul(
      courrielDeDecision(
        dossier,
        { ...decisionDe(nature, montant, now), deliberation: null, conventionRequise: false },
        ecriture,
      ),
    )
  switch (modele) {
    case 'confirmation_envoi':
      return seul(courrielDeConfirmation(dossier, envoiDEssai(now), { ...ecriture, redacteur: null }))
    case 'ar_depot':
      return seul(courrielDeDepot({ ...dossier, deposeLe: dossier.deposeLe ?? now }, { ...ecriture, redacteur: null }))
    case 'pieces_manquantes':
      return seul(courrielDeComplements(dossier, { elements: ELEMENTS, limite, rejetLe }, ecriture))
    case 'relance':
      return [...relance(dossier, 'AVANT_LIMITE', ecriture), ...relance(dossier, 'LIMITE_PASSEE', ecriture)]
    case 'dossier_complet':
      return seul(courrielDeCompletude(dossier, { rejetLe }, ecriture))
    case 'deverrouillage_accorde':
      return seul(courrielDeDeverrouillage(dossier, ouvert, ecriture))
    case 'deverrouillage_rappel':
      return seul(courrielDeRappel(dossier, ouvert, ecriture))
    case 'deverrouillage_refuse':
      return seul(courrielDeRefusDeverrouillage(dossier, { recueLe: now, motif: EXEMPLE }, ecriture))
    case 'decision_favorable':
      return decide('ACCORDE')
    case 'decision_partielle':
      return decide('ACCORDE_PARTIEL', dossier.montantDemandeCents / 2n)
    case 'decision_defavorable':
      return decide('REFUSE')
    case 'demande_bilan':
      return essaisDeBilan(dossier, ecriture, EXEMPLE)
    case 'versement':
      return essaisDeVersement(dossier, ecriture)
    case 'reversement':
      return seul(reversementDEssai(dossier, ecriture, EXEMPLE))
    case 'sans_suite':
      return decide('SANS_SUITE')
    case 'retrait':
      return decide('RETIRE')
    case 'irrecevabilite':
      return decide('INELIGIBLE')
  }
}

function relance(dossier: DossierEcrit, genre: Relance, ecriture: EcritureDAgent): Essai[] {
  const today = jourDeParis(ecriture.now)
  const limite = addDays(today, genre === 'AVANT_LIMITE' ? 5 : -1)
  const complement = { limite, du: addDays(limite, -reglagesDe(dossier).complementJours), id: '' }
  const rappel = rappelDe(
    dossier,
    ok({ ...ecriture, complement, elements: ELEMENTS, genre, rejetLe: addDays(today, REJET_DANS) }),
  )
  const cas = genre === 'AVANT_LIMITE' ? 'Avant la date limite' : 'Une fois la date limite passée'
  return rappel.ok ? [{ cas, courriel: rappel.value.courriel }] : []
}

type FicheDEssai = FicheEcrite & {
  recuLe: Date
  campagne: NonNullable<FicheEcrite['campagne']> & { echeanceFiche: Date }
}

/** The mails of this modele that this fiche could be answered with. Nobody to write to: none. */
function essaisSurFiche(modele: ModeleDeFiche, fiche: FicheDEssai, { now, redacteur }: EcritureDAgent): Essai[] {
  const { campagne, extranet } = fiche
  const reglages = lireReglages(campagne.reglages, campagne.dispositif)
  const today = jourDeParis(now)
  switch (modele) {
    case 'fiche_recue':
      return [false, true].map((horsDelai) => ({
        cas: horsDelai ? 'Quand elle arrive après la date' : 'Quand elle arrive à temps',
        courriel: courrielDeFicheRecue({
          titre: fiche.titre,
          destinataire: fiche.contactCourriel,
          destinataireNom: fiche.contactNom,
          objet: fiche.dernier?.sujet ?? '',
          recuLe: fiche.recuLe,
          horsDelai,
          echeanceFiche: fromDate(campagne.echeanceFiche),
          echeanceDepot: fromDate(campagne.echeanceDepot),
          lieu: lieuDeDepot(reglages, extranet),
          signature: signataireDe(reglages.signataire, null),
          textes: lireTextes(campagne.textes),
        }),
      }))
    case 'invitation_depot':
      return seul(courrielDInvitation(fiche, { today, redacteur }))
    case 'avis_preprojet':
      return AVIS.flatMap((avis) => {
        const texte = corpsDAvis(fiche, { avis, paragraphes: [EXEMPLE], today })
        const courriel = courrielDAvis(fiche, { avis, texte }, redacteur)
        return courriel ? [{ cas: LIBELLE_AVIS[avis], courriel }] : []
      })
  }
}

/** What a mail is shown on, and to whom it would go. */
type Sujet = {
  campagne: FicheDEssai['campagne']
  dossier: Omit<DossierEcrit, 'campagne'>
  fiche: Omit<FicheDEssai, 'campagne'>
}

/** The mails that these texts would write, or why one of them cannot be kept. */
export function essaisDesTextes(
  saisis: TextesSaisis,
  { campagne, dossier, fiche }: Sujet,
  ecriture: EcritureDAgent,
): Result<Essai[], RefusTexte> {
  const { modele } = saisis
  const lus = verifierTextes(saisis)
  if (!lus.ok) return lus
  const textes: TextesCampagne = { ...lireTextes(campagne.textes), [modele]: lus.value }
  const qui = { campagne: { ...campagne, textes } }
  return ok(
    estDeFiche(modele)
      ? essaisSurFiche(modele, { ...fiche, ...qui }, ecriture)
      : essaisSurDossier(modele, { ...dossier, ...qui }, ecriture),
  )
}
