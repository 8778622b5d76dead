import fc from 'fast-check'
import { type Role, ROLES } from '#domain/acces/droits'
import { REGLAGES_PAR_DEFAUT } from '#domain/campagne/reglages'
import type { Etat } from '#domain/dossier/etat'
import { addDays, jourDeParis } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import { SIGNATAIRE } from '#support/campagnes'
import { jour, uneCampagne } from '../dossier/faits'
import { ACTES_DE_COURRIEL, type NomDActeDeCourriel } from './actes-de-courriel'

/** Acts of a path, each followed by a while. */
const PAS = 3

const MINUTE = 60_000
const JOUR = 1440 * MINUTE

/** What a path is mostly about: acts that bear on each other are drawn together. Every act is in one of them, or it does not compile. */
const THEME: Record<NomDActeDeCourriel, 'FICHE' | 'COMPLEMENTS' | 'OUVERTURE' | 'DECISION' | 'COMPLET' | 'COURRIEL'> = {
  ...{ accuserFiche: 'FICHE', rendreAvis: 'FICHE', inviter: 'FICHE', clore: 'FICHE' },
  ...{ demanderComplements: 'COMPLEMENTS', annulerComplements: 'COMPLEMENTS', recevoirElement: 'COMPLEMENTS' },
  ...{ relancer: 'COMPLEMENTS', deverrouiller: 'OUVERTURE', refermer: 'OUVERTURE', annulerDeverrouillage: 'OUVERTURE' },
  ...{ noterSouhait: 'OUVERTURE', refuserSouhait: 'OUVERTURE', annulerRefus: 'OUVERTURE', accorder: 'DECISION' },
  ...{
    refuser: 'DECISION',
    declarerHorsDelai: 'DECISION',
    declarerIneligible: 'DECISION',
    classerSansSuite: 'DECISION',
  },
  ...{
    liberer: 'DECISION',
    retirer: 'DECISION',
    reprendre: 'DECISION',
    rouvrir: 'DECISION',
    constater: 'DECISION',
    deposer: 'DECISION',
  },
  ...{
    declarerComplet: 'COMPLET',
    controler: 'COMPLET',
    annuler: 'COURRIEL',
    avancer: 'COURRIEL',
    deplacer: 'COURRIEL',
  },
  ...{ envoyerQuandMeme: 'COURRIEL', abandonner: 'COURRIEL', reglerRetour: 'COURRIEL', renvoyer: 'COURRIEL' },
}
const NOMS = Object.keys(ACTES_DE_COURRIEL) as NomDActeDeCourriel[]
const surLeTheme = (...themes: string[]) => fc.constantFrom(...NOMS.filter((nom) => themes.includes(THEME[nom])))

/** One path: the people it is about, and what is done to them. */
export const chemin = fc.record({
  etat: fc.constantFrom<Etat>('DEPOSE', 'INCOMPLET', 'COMPLET', 'EN_INSTRUCTION'),
  campagne: fc.constantFrom(0, 1),
  adresse: fc.constantFrom('propre', 'propre', 'propre', 'partagee', ''),
  /** Days ago that it was deposited, and until the end of its project: the bilan is due 180 days after. */
  depot: fc.constantFrom(5, 33, 57),
  fin: fc.constantFrom(null, -175, -120, 60),
  quoi: fc
    .constantFrom('FICHE', 'COMPLEMENTS', 'OUVERTURE', 'DECISION', 'COMPLET')
    .chain((theme) =>
      fc.array(
        fc.oneof(
          { weight: 6, arbitrary: surLeTheme(theme) },
          { weight: 1, arbitrary: surLeTheme('COURRIEL') },
          { weight: 1, arbitrary: fc.constantFrom(...NOMS) },
        ),
        { minLength: PAS, maxLength: PAS },
      ),
    ),
  pas: fc.array(
    fc.record({
      role: fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom<Role | 'ANONYME'>('RESPONSABLE', 'ADMIN', 'RESPONSABLE', 'ANONYME') },
        { weight: 1, arbitrary: fc.constantFrom<Role>(...ROLES) },
      ),
      perime: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
      choix: fc.nat(1000),
      /** Before it, the last mail of these people that left comes back. */
      retour: fc.oneof({ weight: 7, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    }),
    { minLength: PAS, maxLength: PAS },
  ),
})
export type Chemin = typeof chemin extends fc.Arbitrary<infer T> ? T : never
export type Pas = Chemin['pas'][number] & { quoi: NomDActeDeCourriel }

/** After each act of the paths: how long goes by, and whether the queue is down, so that nothing leaves until it is back. */
export const temps = fc.array(
  fc.record({
    ms: fc.constantFrom(MINUTE, 6 * MINUTE, 31 * MINUTE, JOUR, 3 * JOUR, 6.8 * JOUR, 17 * JOUR, 23 * JOUR),
    panne: fc.constantFrom(false, false, false, true),
  }),
  { minLength: PAS, maxLength: PAS },
)

/** The campagnes of one world: who signs, and whether the MCEI sends the receipts; its committee sits soon. */
export const ouvrirMonde = (db: Db, now: Date) =>
  Promise.all(
    [true, false].map(async (tout) => {
      const campagne = await uneCampagne(db, {
        enveloppeCents: 0n,
        reglages: {
          ...(tout && { signataire: SIGNATAIRE, accuseReception: true }),
          attenteDecisionMinutes: REGLAGES_PAR_DEFAUT.MEI.attenteDecisionMinutes,
          commissionLe: addDays(jourDeParis(now), 6),
        },
      })
      const annee = Number(jourDeParis(now).slice(0, 4))
      const jours = {
        ouverteLe: jour(addDays(jourDeParis(now), -120)),
        echeanceFiche: jour(addDays(jourDeParis(now), 3)),
      }
      // Some are late, of a country that is not abroad: both irrecevabilités can be said.
      const echeanceDepot = jour(addDays(jourDeParis(now), tout ? -40 : 9))
      return db.campagne.update({ where: { id: campagne.id }, data: { annee, ...jours, echeanceDepot } })
    }),
  )

/**
 * They are written to an agent, about an account, or of what is filled in on line (tests/db/acces, tests/db/nouvelle, tests/db/ouverture-de-compte,
 * tests/db/demande-en-ligne), or long after a grant (tests/db/suite-accord): no act on a dossier or a fiche makes them leave.
 */
export const HORS_CAMPAGNE: readonly string[] = [
  'mot_de_passe',
  'nouvelles_du_jour',
  'compte_a_confirmer',
  'compte_ouvert',
  'compte_refuse',
  'mot_de_passe_extranet',
  'confirmation_envoi',
  ...['demande_a_deposer', 'changement_reglement', 'demande_bilan', 'versement', 'reversement', 'demande_avis'],
]
