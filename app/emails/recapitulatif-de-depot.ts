import { formatMontant } from '#domain/budget/montant'
import { type ChampEnLigne, COCHES } from '#domain/demande-en-ligne/etapes'
import { reponsePoseeDite } from '#domain/demande-en-ligne/questions-de-campagne'
import { coutTotalDit, montantDemandeDit, type Repondues } from '#domain/demande-en-ligne/reponses'
import { compter } from '#domain/nombre'
import { formatSiret } from '#domain/structure/identifiants'
import { formatJour, jourDeParis } from '#domain/temps/jour'
import { jourSaisi } from '#domain/temps/saisie'
import type { BlocDeRecapitulatif, Recapitulatif } from '#emails/recapitulatif'
import { ATTESTATION, phraseDeDemande } from '#libelles/demande-en-ligne/attestation'
import { questionDe } from '#libelles/demande-en-ligne/demande-en-ligne'
import { groupesDEtape } from '#libelles/demande-en-ligne/groupes-d-etape'
import { nomPourLeDemandeur } from '#libelles/piece/piece'
import { tailleLisible } from '#libelles/taille'
import { formatInstant } from '#libelles/temps'

/** A file as it was given: bytes, and the SHA-256 of its content in hexadecimal. */
type FichierDepose = { code: string; nomFichier: string; taille: number; sha256: string }

export type Depot = Repondues & {
  numero: string
  campagne: string
  le: Date
  /** Who certified it, as people read it. */
  par: string
  service: string
  structure: { nom: string; natureJuridique: string; siret: string | null; rna: string | null }
  fichiers: readonly FichierDepose[]
  /** The pièces that must be given and were not, by code. */
  manquantes: readonly string[]
}

/** Signs of the SHA-256 that are shown: enough to tell a file from every other of the demande, and to find it by its whole. */
const SIGNES_D_EMPREINTE = 16

const faits = (titres: readonly [string, string], rangees: readonly (readonly [string, string])[]) =>
  ({ genre: 'tableau', titres, largeurs: [2, 3], rangees }) as const satisfies BlocDeRecapitulatif

const paragraphe = (texte: string) => ({ genre: 'paragraphe', texte }) as const

const JOURS: readonly ChampEnLigne[] = ['dateDebut', 'dateFin']

/** An answer as it is read: an amount with its sign, a day in figures, a box as what was said by it. */
function reponseDite(champ: ChampEnLigne, { reponses, posees }: Repondues): string {
  const posee = posees.find((une) => une.champ === champ)
  if (posee) return reponsePoseeDite(posee, reponses) ?? ''
  const texte = reponses[champ] ?? ''
  if (COCHES.includes(champ)) return texte === 'oui' ? 'Oui' : ''
  const montant =
    champ === 'montantDemande' ? montantDemandeDit(reponses) : champ === 'coutTotal' ? coutTotalDit(reponses) : null
  if (montant !== null) return formatMontant(montant)
  const jour = JOURS.includes(champ) ? jourSaisi(texte) : null
  return jour?.ok ? formatJour(jour.value) : texte
}

/** The questions that were answered, by block of the portal's form and in its order. */
const parBloc = (repondues: Repondues) =>
  (['STRUCTURE', 'PROJET'] as const)
    .flatMap((etape) => groupesDEtape(etape, repondues.posees))
    .flatMap(({ titre, champs }) => {
      const rangees = champs.flatMap((champ) => {
        const dite = reponseDite(champ, repondues)
        return dite === '' ? [] : [[questionDe(champ, repondues.posees), dite] as const]
      })
      return rangees.length === 0 ? [] : [{ titre, blocs: [faits(['Question', 'Réponse'], rangees)] }]
    })

const fichiersDits = (fichiers: Depot['fichiers']): BlocDeRecapitulatif =>
  fichiers.length === 0
    ? paragraphe('Aucun fichier n’est joint.')
    : {
        genre: 'tableau',
        titres: [
          'Pièce',
          'Fichier',
          'Taille',
          `Empreinte SHA-256 (${compter(SIGNES_D_EMPREINTE, 'premier signe', 'premiers signes')})`,
        ],
        largeurs: [4, 5, 2, 4],
        rangees: fichiers.map(({ code, nomFichier, taille, sha256 }) => [
          nomPourLeDemandeur(code),
          nomFichier,
          tailleLisible(taille),
          sha256.slice(0, SIGNES_D_EMPREINTE),
        ]),
      }

const manquantesDites = (manquantes: Depot['manquantes']): BlocDeRecapitulatif[] =>
  manquantes.length === 0
    ? []
    : [
        paragraphe(
          `Ces pièces sont demandées et n’ont pas été jointes\u00a0: ${manquantes.map((code) => nomPourLeDemandeur(code)).join('\u00a0; ')}.`,
        ),
      ]

/**
 * The récapitulatif of a deposit: what was answered, given and sworn, by whom and at which hour in Paris. It says the deposit alone: what is
 * changed after it is never in it.
 */
export function recapitulatifDeDepot(depot: Depot): Recapitulatif {
  const { numero, campagne, le, par, service, structure, reponses, posees, fichiers, manquantes } = depot
  const { nom, natureJuridique, siret, rna } = structure
  const montant = montantDemandeDit(reponses)
  const titre = `Récapitulatif de la demande ${numero}`
  return {
    titre,
    le: jourDeParis(le),
    expediteur: ['Département du Pas-de-Calais', ...(service === '' ? [] : [service])],
    objet: titre,
    parties: [
      {
        titre: 'Dépôt',
        blocs: [
          faits(
            ['Dépôt', 'Ce qui est enregistré'],
            [
              ['Numéro de la demande', numero],
              ['Campagne', campagne],
              ['Déposée le', `${formatInstant(le)} (heure de Paris)`],
              ['Certifiée et validée par', par],
              ...(montant === null ? [] : [['Subvention demandée', formatMontant(montant)] as const]),
            ],
          ),
        ],
      },
      {
        titre: 'Identité de la structure',
        blocs: [
          faits(
            ['Question', 'Réponse'],
            [
              ['Raison sociale', nom],
              ...(natureJuridique === '' ? [] : [['Nature juridique', natureJuridique] as const]),
              ...(siret ? [['SIRET', formatSiret(siret)] as const] : []),
              ...(rna ? [['RNA', rna] as const] : []),
            ],
          ),
        ],
      },
      ...parBloc({ reponses, posees }),
      { titre: 'Pièces jointes', blocs: [fichiersDits(fichiers), ...manquantesDites(manquantes)] },
      {
        titre: 'Certification',
        blocs: [
          { genre: 'citation', texte: ATTESTATION },
          ...(montant === null ? [] : [{ genre: 'citation', texte: phraseDeDemande(montant) } as const]),
          paragraphe(`Fait à ${reponses.faitA ?? ''}, le ${formatJour(jourDeParis(le))}, par ${par}.`),
        ],
      },
    ],
    pied: `Demande ${numero}, déposée le ${formatInstant(le)}`,
  }
}
