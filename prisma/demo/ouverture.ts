import type { Agent } from '#domain/acces/droits'
import { codeCampagne } from '#domain/campagne/campagne-par-defaut'
import { lireReglages, reglagesEnJson } from '#domain/campagne/reglages'
import type { Dispositif } from '#domain/dispositif'
import { addDays, addMonths, type Jour, toDate } from '#domain/temps/jour'
import { installerCampagnes } from '#usecases/campagne/installer-campagnes'
import type { SaisieDeChamp } from '#domain/champ-du-service/champ'
import { ajouterChamp } from '#usecases/champ-du-service/regler-champs'
import { ajouterEtiquette } from '#usecases/etiquette/regler-etiquettes'
import { type DepsDemo, must } from './agenda'
import { poserGrille } from './notation'

/** A règlement such as an assembly votes, whose figures are those of the settings of a campagne: it gives none of its own. */
const TEXTE_DE_REGLEMENT = `Préambule
Le Département aide les projets de mobilité européenne et internationale et les jumelages qui se tiennent ou qui naissent dans le Pas-de-Calais. Ce règlement dit qui peut demander cette aide et comment elle est donnée.

Article 1 : Qui peut demander
L’aide est ouverte aux structures que la page de la campagne nomme. Une demande est faite par la personne qui représente légalement la structure, ou avec son accord.

Article 2 : Ce qui est aidé
L’aide porte sur les dépenses du projet et sur elles seules :
- les transports entre le Pas-de-Calais et le lieu du projet, et sur place ;
- l’hébergement et les repas des participants ;
- les activités, les intervenants et les traductions.
Les dépenses faites avant le dépôt de la demande ne sont pas aidées.

Article 3 : La fiche pré-projet
La structure envoie d’abord une fiche pré-projet. La mission l’examine et répond. Cette réponse est un conseil : elle ne vaut pas accord.

Article 4 : La décision
La Commission permanente vote chaque aide. Aucune aide n’est acquise avant que sa délibération soit exécutoire.

Article 5 : Le bilan
La structure rend un bilan du projet avec ses justificatifs. Ce qui a été versé et n’a pas été employé au projet est rendu.`

const ETIQUETTES = [
  ['Première demande', 'TURQUOISE'],
  ['À voir en commission', 'VIOLET'],
  ['Visite prévue', 'ORANGE'],
] as const

/** What the service notes for itself of each dossier. */
const CHAMPS = [
  { libelle: 'Priorité', type: 'LISTE', choix: ['Haute', 'Moyenne', 'Basse'], repond: 'SERVICE', aide: '' },
  { libelle: 'Aide de l’an dernier', type: 'MONTANT', choix: [], repond: 'SERVICE', aide: '' },
  { libelle: 'Rencontrée le', type: 'DATE', choix: [], repond: 'SERVICE', aide: '' },
  {
    ...{ libelle: 'Première mobilité', type: 'OUI_NON', choix: [], repond: 'STRUCTURE' },
    aide: 'Est-ce la première fois que ces jeunes partent à l’étranger avec vous\u00a0?',
  },
] as const satisfies SaisieDeChamp[]

export type Dates = { ouverteLe: Jour; echeanceFiche: Jour; echeanceDepot: Jour }

/** Opens a campagne on its day, with the dates of its règlement, who signs its mails, its étiquettes and the fields of the service. */
export const ouvrir =
  (responsable: Agent, millesime: { dispositif: Dispositif; annee: number }, dates: Dates) =>
  async (deps: DepsDemo) => {
    const { db } = deps
    await installerCampagnes(deps, responsable, [millesime])
    const code = codeCampagne(millesime.dispositif, millesime.annee)
    const { reglages } = await db.campagne.findUniqueOrThrow({ where: { code }, select: { reglages: true } })
    const lus = lireReglages(reglages, millesime.dispositif)
    // Who answers in the name of the service, without whom no receipt leaves by itself.
    const signataire = { ...lus.signataire, prenom: 'Paul', nom: 'Verhaeghe', qualite: 'Responsable de la mission' }
    const signataireLettres = {
      prenom: 'Hélène',
      nom: 'Caron',
      qualite: 'Pour le Président du Conseil départemental et par délégation, la directrice',
    }
    const projet = { projetDu: dates.ouverteLe, projetAu: addDays(addMonths(dates.ouverteLe, 24), -1) }
    await db.campagne.update({
      where: { code },
      data: {
        ouverteLe: toDate(dates.ouverteLe),
        echeanceFiche: toDate(dates.echeanceFiche),
        echeanceDepot: toDate(dates.echeanceDepot),
        reglages: reglagesEnJson({
          ...lus,
          ...projet,
          signataire,
          signataireLettres,
          texteReglement: TEXTE_DE_REGLEMENT,
        }),
      },
    })
    for (const [nom, couleur] of ETIQUETTES)
      must(await ajouterEtiquette(deps, responsable, { code, nom, couleur }), `${code} ${nom}`)
    for (const champ of CHAMPS) must(await ajouterChamp(deps, responsable, { code, ...champ }), champ.libelle)
    await poserGrille(deps, responsable, code)
  }
