import { Button } from '@mui/material'
import type { FormulaireReglement, ChampMontre } from '#libelles/campagne/formulaire-reglement'
import type { SaisieReglement } from '#domain/campagne/reglement'
import { saisieDe } from '#ui/campagne/campagne-reglement'
import { ReglementChamp } from '#ui/campagne/reglement-champ'
import css from '#ui/campagne/reglement.module.css'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, estRefusee, FormErreur, type Reponse, useFoyerDuRefus } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = Pick<FormulaireReglement, 'genres'> & {
  depuis: string
  version: number
  code: string
  champs: ChampMontre[]
  saisie: SaisieReglement
  reponse: Reponse | undefined
}

/** The next campagne before it is: every day of it one year later, beside what it was, to be corrected before the yes. */
export function CampagneNouvelle({ depuis, version, code, champs, genres, saisie, reponse: sansScript }: Props) {
  const envoi = useEnvoi<Reponse>({ nom: 'nouvelleCampagne', objet: depuis })
  const reponse = envoi.data ?? sansScript
  const formulaire = useFoyerDuRefus(reponse)
  const tape = sansScript && estRefusee(sansScript) ? saisieDe(sansScript) : null
  return (
    <Formulaire envoi={envoi} ref={formulaire} noValidate aria-label="Nouvelle campagne">
      <input type="hidden" name="depuis" value={depuis} />
      <input type="hidden" name="version" value={version} />
      <FormErreur reponse={reponse} champs={champs.map(({ nom }) => nom)} />
      <div className={css.grille}>
        {champs.map((champ) => (
          <ReglementChamp
            key={champ.nom}
            {...champ}
            genres={genres}
            valeur={tape ? tape(champ.nom) : saisie[champ.nom]}
            erreur={erreurDe(reponse, champ.nom)}
          />
        ))}
      </div>
      <p>
        Les pièces demandées, la grille d’instruction et les autres réglages sont repris tels quels{'\u00a0'}: vous
        pourrez les changer avant d’ouvrir.
      </p>
      <Button type="submit" variant="contained" disabled={envoi.state !== 'idle'}>
        Créer {code}
      </Button>
    </Formulaire>
  )
}
