import { formatMontant } from '#domain/budget/montant'
import { formatJour, type Jour } from '#domain/temps/jour'
import { TYPE_DU_PORTAIL } from '#libelles/demandeur/accueil'
import type { Brouillon, DemandeFaite, DemandeListee } from '#ui/extranet/accueil/demande-listee'
import { ActionsDeBrouillon, ActionsDeDemande } from '#ui/extranet/accueil/actions-de-demande'
import css from '#ui/extranet/accueil-demandeur.module.css'

const COLONNES = ['Type', 'Numéro', 'Objet', 'Statut', 'Date de dépôt', 'Montant demandé', 'Action'] as const

type Props = { brouillons: readonly Brouillon[]; demandes: readonly DemandeFaite[]; peutRemplir: boolean }

/** All that a structure began, deposited and was answered: nobody takes what is begun for a deposit. */
export const DemandesDeLaStructure = ({ brouillons, demandes, peutRemplir }: Props) => (
  <table className={css.demandes}>
    <thead>
      <tr>
        {COLONNES.map((nom) => (
          <th key={nom} scope="col">
            {nom}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {brouillons.map((un) => (
        <Rangee key={un.id} une={un} suite={<span className={css.suite}>{un.avancement}</span>}>
          <ActionsDeBrouillon {...un} peutRemplir={peutRemplir} />
        </Rangee>
      ))}
      {demandes.map((une) => (
        <Rangee key={une.id} une={une} suite={<Suite {...une} />}>
          <ActionsDeDemande {...une} />
        </Rangee>
      ))}
    </tbody>
  </table>
)

/** Where it stands as its structure was told, what happens next and when. */
const Suite = ({ dit, suite }: Pick<DemandeFaite, 'dit' | 'suite'>) => (
  <span className={css.suite}>
    {dit}. {suite}
  </span>
)

type Rangee = {
  une: DemandeListee & { campagne?: string; deposeLe?: Jour | null; montantDemandeCents: bigint | null }
  suite: React.ReactNode
  children: React.ReactNode
}

const Rangee = ({ une, suite, children }: Rangee) => (
  <tr>
    <td data-nom="Type">{TYPE_DU_PORTAIL[une.dispositif]}</td>
    <td data-nom="Numéro">{une.numero ?? 'pas encore donné'}</td>
    <td data-nom="Objet">
      <span>
        {une.objet || 'Sans intitulé'}
        {une.campagne && <span className={css.suite}>{une.campagne}</span>}
      </span>
    </td>
    <td data-nom="Statut">
      <span>
        <strong>{une.statutPortail}</strong>
        {suite}
      </span>
    </td>
    <td data-nom="Date de dépôt">{une.deposeLe ? formatJour(une.deposeLe) : 'pas encore déposé'}</td>
    <td data-nom="Montant demandé">
      {une.montantDemandeCents === null ? 'pas encore dit' : formatMontant(une.montantDemandeCents)}
    </td>
    <td data-nom="Action">{children}</td>
  </tr>
)
