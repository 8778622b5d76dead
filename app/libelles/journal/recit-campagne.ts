import { LIBELLE_FAIT_CRITERE, LIBELLE_FAIT_LECTURE } from '#libelles/notation/notation'
import { LIBELLE_FAIT_CHAMP, LIBELLE_REPONDANT } from '#libelles/champ-du-service/champ'
import { LIBELLE_FAIT_ETIQUETTE } from '#libelles/etiquette/etiquette'
import { compter } from '#domain/nombre'
import { direDifference } from '#libelles/campagne/effet-reglages'
import { LIBELLE_ETAT_CAMPAGNE } from '#libelles/campagne/vie-campagne'
import {
  type Changement,
  type Detail,
  listeDe,
  motsDe,
  type Recit,
  texte,
  textes,
} from '#libelles/journal/detail-journal'
import { LIBELLE_MODELE } from '#libelles/courriel/courriel'
import { LIBELLE_FAIT_PRECISE, LIBELLE_SINON } from '#libelles/campagne/exigence'
import { nomDePiece } from '#libelles/piece/piece'
import { LIBELLE_GENRE } from '#libelles/structure'
import { LIBELLE_USAGE_TEXTE } from '#libelles/texte-type/texte-type'

const piece = (detail: Detail) => nomDePiece(texte(detail, 'piece') || null)

const INCONNU = 'non précisé'

const genres = (detail: Detail) =>
  textes(detail, 'genres')
    .map((genre) => motsDe(LIBELLE_GENRE, genre))
    .join(', ')

const exigence = (detail: Detail, cle: string) => motsDe(LIBELLE_SINON, texte(detail, cle)).toLowerCase()

/** Where a version of what is asked differs from the one before. */
const exigences = (detail: Detail): Changement[] =>
  listeDe(detail, 'differences').map((d) => ({
    champ: `${piece(d)} (${motsDe(LIBELLE_GENRE, texte(d, 'genre')).toLowerCase()})`,
    avant: exigence(d, 'avant'),
    apres:
      exigence(d, 'apres') === exigence(d, 'avant') ? 'condition, règles ou motifs modifiés' : exigence(d, 'apres'),
  }))

const demandes = (detail: Detail): Changement[] =>
  listeDe(detail, 'changements').map((d) => ({
    champ: nomDePiece(texte(d, 'code')),
    avant: exigence(d, 'avant'),
    apres: exigence(d, 'apres'),
  }))

const reglages = (detail: Detail): Changement[] =>
  listeDe(detail, 'differences').map((d) =>
    direDifference({ champ: texte(d, 'champ'), avant: texte(d, 'avant'), apres: texte(d, 'apres') }),
  )

const modele = (detail: Detail) => motsDe(LIBELLE_MODELE, texte(detail, 'modele'))

/** The words of a mail, place by place. */
const textesRegles = (detail: Detail): Changement[] =>
  listeDe(detail, 'differences').map((d) => ({
    champ: texte(d, 'place'),
    avant: texte(d, 'avant') || 'rien',
    apres: texte(d, 'apres') || 'rien',
  }))

/** One that is opened by an import says no state. */
const etats = (d: Detail): Partial<Recit> => ({
  changements: texte(d, 'avant')
    ? [
        {
          champ: 'État',
          avant: motsDe(LIBELLE_ETAT_CAMPAGNE, texte(d, 'avant')),
          apres: motsDe(LIBELLE_ETAT_CAMPAGNE, texte(d, 'apres')),
        },
      ]
    : [],
})

const absentes = (detail: Detail): string[] => {
  const codes = textes(detail, 'manquantes')
  return codes.length > 0 ? [`Absentes\u00a0: ${codes.map(nomDePiece).join(', ')}`] : []
}

/** The name of ready words and where they are offered, and what was changed of them. */
function texteType(d: Detail): Pick<Recit, 'precisions' | 'changements'> {
  const dits = [
    ['Nom', texte(d, 'nomAvant'), texte(d, 'nom')],
    ['Texte', texte(d, 'corpsAvant'), texte(d, 'corps')],
    ['Campagne', texte(d, 'campagneAvant') || TOUTES, texte(d, 'campagne') || TOUTES],
  ] as const
  const estModifie = texte(d, 'corpsAvant') !== ''
  return {
    precisions: [
      `«\u00a0${texte(d, 'nom')}\u00a0»`,
      motsDe(LIBELLE_USAGE_TEXTE, texte(d, 'usage')),
      texte(d, 'campagne') || TOUTES,
    ],
    changements: dits.flatMap(([champ, avant, apres]) =>
      estModifie && avant !== apres ? [{ champ, avant, apres }] : [],
    ),
  }
}

const TOUTES = 'toutes les campagnes'

/** What is told of the settings of a campagne, and of what they make of a dossier. */
export const RECITS_CAMPAGNE: Record<string, (detail: Detail) => Partial<Recit>> = {
  reglerEtiquette: (d) => ({
    precisions: [
      `«\u00a0${texte(d, 'apres')}\u00a0» ${motsDe(LIBELLE_FAIT_ETIQUETTE, texte(d, 'fait'))}`,
      texte(d, 'avant') && `avant\u00a0: «\u00a0${texte(d, 'avant')}\u00a0»`,
    ],
  }),
  ecrireTexteType: texteType,
  modifierTexteType: texteType,
  retirerTexteType: texteType,
  remettreTexteType: texteType,
  reglerChamp: (d) => ({
    precisions: [
      `«\u00a0${texte(d, 'apres')}\u00a0» ${motsDe(LIBELLE_FAIT_CHAMP, texte(d, 'fait'))}`,
      texte(d, 'avant') && `avant\u00a0: «\u00a0${texte(d, 'avant')}\u00a0»`,
      texte(d, 'repond') && `qui répond\u00a0: ${motsDe(LIBELLE_REPONDANT, texte(d, 'repond'))}`,
    ],
  }),
  reglerNotation: (d) => ({
    precisions: [
      `«\u00a0${texte(d, 'apres')}\u00a0» ${motsDe(LIBELLE_FAIT_CRITERE, texte(d, 'fait'))}`,
      texte(d, 'avant') && `avant\u00a0: «\u00a0${texte(d, 'avant')}\u00a0»`,
    ],
  }),
  noterDossier: (d) => ({ precisions: [motsDe(LIBELLE_FAIT_LECTURE, texte(d, 'fait'))] }),
  preparerCampagne: (d) => ({ precisions: [`d’après ${texte(d, 'depuis')}`], changements: reglages(d) }),
  ouvrirCampagne: etats,
  fermerCampagne: etats,
  rouvrirCampagne: etats,
  archiverCampagne: etats,
  desarchiverCampagne: etats,
  reglerCampagne: (d) => ({ changements: reglages(d) }),
  reglerTextes: (d) => ({ precisions: [modele(d), `version ${texte(d, 'numero')}`], changements: textesRegles(d) }),
  essayerTextes: (d) => ({ precisions: [modele(d)] }),
  modifierExigences: (d) => ({
    precisions: [piece(d), genres(d), motsDe(LIBELLE_SINON, texte(d, 'exigence')), `version ${texte(d, 'version')}`],
  }),
  publierExigences: (d) => ({ precisions: [`version ${texte(d, 'version')}`], changements: exigences(d) }),
  abandonnerExigences: (d) => ({ precisions: [`version ${texte(d, 'version')}`] }),
  demanderReapplication: (d) => ({
    precisions: [compter(Number(texte(d, 'dossiers')), 'dossier concerné', 'dossiers concernés')],
  }),
  reappliquerExigences: (d) => ({
    precisions: [`version ${texte(d, 'versionApres')}`, ...absentes(d)],
    changements: demandes(d),
  }),
  preciserFait: (d) => ({
    changements: [
      {
        champ: motsDe(LIBELLE_FAIT_PRECISE, texte(d, 'fait')),
        avant: texte(d, 'avant') || INCONNU,
        apres: texte(d, 'apres') || INCONNU,
      },
    ],
  }),
}
