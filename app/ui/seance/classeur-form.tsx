import { Button } from '@mui/material'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
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
      <Formulaire envoi={envoi} action={action} encType="multipart/form-data" className={css.formulaire}>
        <FormErreur reponse={envoi.data} />
        <label htmlFor="classeur">Classeur des votes (.xlsx)</label>
        <input type="file" id="classeur" name="classeur" accept=".xlsx" required />
        <div className={css.boutons}>
          <Button type="submit" variant="outlined" disabled={envoi.state !== 'idle'}>
            {envoi.state === 'idle' ? 'Voir ce qui changera' : 'Lecture en cours…'}
          </Button>
        </div>
      </Formulaire>
    </details>
  )
}
