import type { Chiffres } from '#domain/budget/chiffres'
import { formatPourcent, type Montant } from '#domain/budget/montant'
import { montantCourt } from '#libelles/budget/montant'

const taux = (valeur: number | null) => (valeur === null ? '–' : formatPourcent(valeur))
const montant = (valeur: Montant | null) => (valeur === null ? '–' : montantCourt(valeur))

/** The figures of docs/domaine.md § 4.3, each by its name; those that nothing lets compute are left out. */
export function chiffresDits(chiffres: Chiffres): [nom: string, valeur: string][] {
  const { cofinancements, parParticipant, parParticipantEtParJour, propose } = chiffres
  return [
    ['Total des charges', montant(chiffres.charges)],
    ['Total des produits', montant(chiffres.produits)],
    ['Demandé au Département', montant(chiffres.montantDemande)],
    ['Inscrit au budget', chiffres.inscrit === null ? 'Absent' : montant(chiffres.inscrit)],
    ['Taux demandé', taux(chiffres.tauxDemande)],
    ...(propose === null
      ? []
      : [
          ['Proposé', montant(propose)] satisfies [string, string],
          ['Taux proposé', taux(chiffres.tauxPropose)] satisfies [string, string],
        ]),
    ['Part publique', taux(chiffres.partPublique)],
    ['Ressources propres', taux(chiffres.partPropre)],
    ['Part des familles', taux(chiffres.partFamilles)],
    ...(cofinancements
      ? [
          ['Cofinancements acquis', montant(cofinancements.acquis)] satisfies [string, string],
          ['Cofinancements sollicités', montant(cofinancements.sollicites)] satisfies [string, string],
        ]
      : []),
    ...(parParticipant === null ? [] : [['Coût par jeune', montant(parParticipant)] satisfies [string, string]]),
    ...(parParticipantEtParJour === null
      ? []
      : [['Par jeune et par jour', montant(parParticipantEtParJour)] satisfies [string, string]]),
  ]
}
