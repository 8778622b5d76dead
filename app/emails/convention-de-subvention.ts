import type { SignataireDesLettres } from '#domain/campagne/reglages'
import { formatSiret } from '#domain/structure/identifiants'
import type { Jour } from '#domain/temps/jour'
import { guillemets, montantComplet, numeroDe } from '#emails/formules'
import type { PartieDeLettre } from '#emails/lettre'
import { montantsDits } from '#emails/lettre-de-decision'
import { enLigne, leJour, liste, p } from '#emails/mise-en-page'
import { acompteDe, type DonneesAccord } from '#emails/modeles/decisions'

/** A convention as data: it knows nothing of the file it is written to. Each text is words, and never a mark. */
export type ConventionEcrite = {
  /** The name of the document, as a reader of files shows it. */
  titre: string
  le: Jour
  /** Whose document it is, line by line. */
  expediteur: readonly string[]
  objet: string
  corps: readonly PartieDeLettre[]
  /** What stands above the signatures. */
  fin: PartieDeLettre
  signatures: readonly { pour: string; qualite: string; nom: string }[]
  pied: string
}

/** The body that is granted, as its convention names it; `''` where it is not known. */
export type Beneficiaire = {
  nom: string
  natureJuridique: string
  siret: string
  rna: string
  adresse: string
  codePostal: string
  commune: string
}

export type FaitsDeConvention = {
  /** Of the décision: the day its words are of. */
  le: Jour
  accord: DonneesAccord
  montantDemandeCents: bigint
  beneficiaire: Beneficiaire
  /** Who signs for the Département. */
  signataire: SignataireDesLettres & { service: string; adresse: string }
}

const DEPARTEMENT = 'Département du Pas-de-Calais'

const A_REMPLIR = '…………………………'

function entre({ signataire, beneficiaire, accord }: FaitsDeConvention): PartieDeLettre {
  const { nom, natureJuridique, siret, rna, adresse, codePostal, commune } = beneficiaire
  const lieu = [adresse.replace(/[\r\n]+/g, ', '), `${codePostal} ${commune}`].map(enLigne).filter(Boolean).join(', ')
  const connue = [natureJuridique, siret && `SIRET ${formatSiret(siret)}`, rna && `RNA ${rna}`]
    .map(enLigne)
    .filter(Boolean)
  const habilite = accord.deliberation
    ? `, habilité par la délibération ${numeroDe(accord.deliberation.reference)} de la Commission permanente du ${leJour(accord.deliberation.le)}`
    : ''
  return {
    titre: 'Entre',
    blocs: [
      p(
        `le ${DEPARTEMENT}, ${enLigne(signataire.adresse)}, représenté par ${enLigne(`${signataire.prenom} ${signataire.nom}`)}, ${enLigne(signataire.qualite)}${habilite}, ci-après «\u00a0le Département\u00a0»,`,
      ),
      p(
        `et ${[enLigne(nom), ...connue, lieu].filter(Boolean).join(', ')}, représenté par ${A_REMPLIR}, ci-après «\u00a0le bénéficiaire\u00a0».`,
      ),
    ],
  }
}

const VU = liste([
  'le code général des collectivités territoriales, notamment son article L1611-4\u00a0;',
  'la loi n°\u00a02000-321 du 12\u00a0avril\u00a02000, notamment son article\u00a010\u00a0;',
  'le décret n°\u00a02001-495 du 6\u00a0juin\u00a02001, notamment son article\u00a01\u00a0;',
])

const article = (rang: number, nom: string, ...blocs: PartieDeLettre['blocs']): PartieDeLettre => ({
  titre: `Article ${rang} – ${nom}`,
  blocs,
})

/** How the grant is paid: the table names each part. */
const versement = (accord: DonneesAccord) =>
  p(
    acompteDe(accord) === null
      ? 'Le Département verse la subvention en une fois, une fois cette convention signée, sur le compte du bénéficiaire.'
      : 'Le Département verse un acompte une fois cette convention signée, puis le solde après examen du bilan, sur le compte du bénéficiaire.',
  )

/** What a grant above the threshold is given under: its object, its amount, its payment and what it is used for (loi 2000-321 art. 10, docs/domaine.md § 7.6). */
const articles = ({ accord, montantDemandeCents }: FaitsDeConvention): PartieDeLettre[] => [
  article(
    1,
    'Objet',
    p(
      `Le Département soutient le projet ${guillemets(accord.objet)} que le bénéficiaire mène, décrit dans sa demande ${numeroDe(accord.numero)} déposée le ${leJour(accord.deposeLe)}.`,
    ),
  ),
  article(
    2,
    'Montant et versement',
    p('Le Département accorde une subvention de ', ...montantComplet(accord.montantAccordeCents), '.'),
    montantsDits(accord, montantDemandeCents),
    versement(accord),
  ),
  article(
    3,
    'Usage de la subvention',
    p(
      'La subvention sert à ce projet seulement. Le bénéficiaire ne la reverse pas à un autre organisme. Un changement du projet est soumis au Département avant qu’il ait lieu.',
    ),
  ),
  article(
    4,
    'Compte rendu',
    p(
      accord.bilanDuLe
        ? `Le bénéficiaire envoie le compte rendu du projet et de ses dépenses au plus tard le ${leJour(accord.bilanDuLe)}.`
        : 'Le bénéficiaire envoie le compte rendu du projet et de ses dépenses dans les six mois qui suivent sa fin.',
    ),
    p('Il fournit au Département une copie certifiée de son budget et de ses comptes de l’exercice écoulé.'),
  ),
  article(
    5,
    'Communication',
    p('Le bénéficiaire mentionne le soutien du Département du Pas-de-Calais et affiche son logo.'),
  ),
  article(
    6,
    'Contrôle et reversement',
    p(
      'Le Département peut contrôler l’usage de la subvention. Ce qui n’a pas servi au projet lui est reversé, après que le bénéficiaire a pu présenter ses observations.',
    ),
  ),
  article(
    7,
    'Durée',
    p(
      'Cette convention prend effet à la dernière signature et s’achève une fois la subvention versée et le bilan examiné.',
    ),
  ),
  article(8, 'Litiges', p('À défaut d’accord amiable, un litige est porté devant le tribunal administratif de Lille.')),
]

/** The convention of a grant, ready to be read again and signed by both; who signs for the body is written by hand. */
export function conventionDeSubvention(faits: FaitsDeConvention): ConventionEcrite {
  const { le, accord, beneficiaire, signataire } = faits
  const objet = `Convention relative à la subvention accordée pour la demande ${numeroDe(accord.numero)}`
  return {
    titre: enLigne(`${objet} – ${DEPARTEMENT}`),
    le,
    expediteur: [DEPARTEMENT, signataire.service, signataire.adresse].map(enLigne).filter(Boolean),
    objet,
    corps: [entre(faits), { titre: 'Vu', blocs: [VU, p('il est convenu ce qui suit.')] }, ...articles(faits)],
    fin: { titre: 'Signatures', blocs: [p(`Fait en deux exemplaires, à ${A_REMPLIR}, le ${A_REMPLIR}`)] },
    signatures: [
      {
        pour: 'Pour le Département',
        qualite: enLigne(signataire.qualite),
        nom: enLigne(`${signataire.prenom} ${signataire.nom}`),
      },
      { pour: `Pour ${enLigne(beneficiaire.nom)}`, qualite: `Qualité\u00a0: ${A_REMPLIR}`, nom: A_REMPLIR },
    ],
    pied: [DEPARTEMENT, enLigne(signataire.service)].filter(Boolean).join(' · '),
  }
}
