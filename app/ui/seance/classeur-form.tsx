import { useEnvoi } from '#ui/kit/formulaire/envoi'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { FichierALire } from '#ui/seance/fichier-a-lire'
import css from '#ui/seance/seance.module.css'

/** The list of a séance sent out as a workbook, and taken back with its votes. */
export function ClasseurForm({ seanceId }: { seanceId: string }) {
  const envoi = useEnvoi<Reponse>({ nom: 'classeurDeVotes', objet: seanceId })
  const action = `/commissions/${seanceId}/classeur`
  return (
    <details className={css.actes}>
      <summary>Voter par classeur</summary>
      <p>
        <a href={action} download>
          Télécharger la liste (.xlsx)
        </a>
        {'\u00a0'}: écrivez-y les votes, puis reprenez-la ici. Vous verrez ligne par ligne ce qui changera avant de dire
        oui.
      </p>
      <FichierALire {...{ envoi, action, nom: 'classeur', label: 'Classeur des votes (.xlsx)', accept: '.xlsx' }} />
    </details>
  )
}
