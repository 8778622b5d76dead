import { Button } from '@mui/material'
import { formatJour } from '#domain/temps/jour'
import { enToutesLettres } from '#libelles/jours'
import { ChampDate } from '#ui/kit/date/champ-date'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse, useFoyerDuRefus } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import css from '#ui/temps/jours-chomes.module.css'

type Jour = { jour: string; libelle: string; ferie: boolean }

/** A day on which the service will be closed, and why. */
export function JourAFermer({ reponse: sansScript }: { reponse: Reponse | undefined }) {
  const envoi = useEnvoi<Reponse>({ nom: 'jourFerme', objet: 'nouveau' })
  const reponse = envoi.data ?? sansScript
  const refus = { jour: erreurDe(reponse, 'jour'), libelle: erreurDe(reponse, 'libelle') }
  return (
    <Formulaire envoi={envoi} ref={useFoyerDuRefus(reponse)} noValidate aria-label="Ajouter un jour de fermeture">
      <FormErreur reponse={reponse} champs={['jour', 'libelle']} />
      <input type="hidden" name="intent" value="fermer" />
      <div className={css.ajout}>
        <ChampDate name="jour" label="Service fermé le" error={refus.jour !== undefined} helperText={refus.jour} />
        <ChampTexte
          name="libelle"
          label="Pourquoi"
          error={refus.libelle !== undefined}
          helperText={refus.libelle ?? 'Par exemple\u00a0: pont de l’Ascension'}
        />
        <Button type="submit" variant="contained" disabled={envoi.state !== 'idle'}>
          Ajouter ce jour
        </Button>
      </div>
    </Formulaire>
  )
}

/** The days of the year on which nobody works, those of the law without a button: nobody changes them. */
export const JoursChomes = ({ jours }: { jours: readonly Jour[] }) => (
  <ul className={css.jours}>
    {jours.map((jour) => (
      <li key={`${jour.jour} ${jour.libelle}`}>
        <span>{enToutesLettres(jour.jour)}</span>
        <span>{jour.libelle}</span>
        {!jour.ferie && <Rouvrir jour={jour.jour} />}
      </li>
    ))}
  </ul>
)

function Rouvrir({ jour }: { jour: string }) {
  const envoi = useEnvoi({ nom: 'jourFerme', objet: jour })
  return (
    <Formulaire envoi={envoi}>
      <input type="hidden" name="intent" value="rouvrir" />
      <input type="hidden" name="jour" value={jour} />
      <Button
        type="submit"
        size="small"
        disabled={envoi.state !== 'idle'}
        aria-label={`Retirer le ${formatJour(jour)}`}
      >
        Retirer
      </Button>
    </Formulaire>
  )
}
