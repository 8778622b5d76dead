import { Button } from '@mui/material'
import { compter } from '#domain/nombre'
import { clotureProposee } from '#domain/seance/seance'
import { formatJour, type Jour } from '#domain/temps/jour'
import { ChampDate } from '#ui/kit/date/champ-date'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse, useFoyerDuRefus } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import css from '#ui/seance/seance.module.css'

type Props = {
  /** Absent for a new one. */
  seance?: { id: string; version: number; jour: Jour; cloture: Jour; intitule: string }
  /** Days before it at which its list closes where nothing is said. */
  clotureJours: number
  reponse: Reponse | undefined
}

/** The day of a séance, the last day of its list, and what officers call it. */
export function SeanceForm({ seance, clotureJours, reponse: sansScript }: Props) {
  const envoi = useEnvoi<Reponse>({ nom: 'seance', objet: seance?.id ?? 'nouvelle' })
  const reponse = envoi.data ?? sansScript
  const champ = (nom: string, aide: string) => {
    const refus = erreurDe(reponse, nom)
    return { name: nom, error: Boolean(refus), helperText: refus ?? aide }
  }
  const nom = seance ? 'Modifier la séance' : 'Ajouter une séance'
  return (
    <Formulaire
      envoi={envoi}
      ref={useFoyerDuRefus(reponse)}
      noValidate
      aria-label={nom}
      className={css.formulaire}
      {...(seance && { action: `/commissions/${seance.id}` })}
    >
      <FormErreur reponse={reponse} champs={['jour', 'cloture', 'intitule']} />
      {seance && (
        <>
          <input type="hidden" name="intent" value="modifier" />
          <input type="hidden" name="version" value={seance.version} />
        </>
      )}
      <ChampDate label="Jour de la séance" defaultValue={seance?.jour} {...champ('jour', 'JJ/MM/AAAA')} />
      <ChampDate
        label="Dernier jour de la liste"
        defaultValue={seance?.cloture}
        {...champ(
          'cloture',
          seance
            ? `Proposé\u00a0: ${compter(clotureJours, 'jour')} avant (${formatJour(clotureProposee(seance.jour, clotureJours))}).`
            : `Vide\u00a0: ${compter(clotureJours, 'jour')} avant la séance.`,
        )}
      />
      <ChampTexte
        label="Intitulé (facultatif)"
        defaultValue={seance?.intitule}
        {...champ('intitule', 'Ce qui distingue cette séance d’une autre.')}
      />
      <div className={css.boutons}>
        <Button type="submit" variant="contained" disabled={envoi.state !== 'idle'}>
          {seance ? 'Enregistrer la séance' : 'Ajouter cette séance'}
        </Button>
      </div>
    </Formulaire>
  )
}
