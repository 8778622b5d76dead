import { Button } from '@mui/material'
import { compter } from '#domain/nombre'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse, useFoyerDuRefus } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { ReglageSupprime, ReglageVise } from '#ui/kit/formulaire/reglage-supprime'
import css from '#ui/kit/formulaire/reglages.module.css'

type Territoire = { id: string; nom: string; version: number; communes: readonly string[] }

const CHAMPS = ['nom', 'communes']

/** The name and the communes of a territoire, a new one where `territoire` is absent. */
export function TerritoireForm({
  territoire,
  reponse: sansScript,
}: {
  territoire?: Territoire
  reponse: Reponse | undefined
}) {
  const envoi = useEnvoi<Reponse>({ nom: 'territoire', objet: territoire?.id ?? 'nouveau' })
  const reponse = envoi.data ?? sansScript
  const refus = { nom: erreurDe(reponse, 'nom'), communes: erreurDe(reponse, 'communes') }
  const nom = territoire ? `Modifier ${territoire.nom}` : 'Ajouter un territoire'
  return (
    <Formulaire envoi={envoi} ref={useFoyerDuRefus(reponse)} noValidate aria-label={nom} className={css.formulaire}>
      <FormErreur reponse={reponse} champs={CHAMPS} />
      <input type="hidden" name="intent" value={territoire ? 'modifier' : 'creer'} />
      {territoire && <ReglageVise {...territoire} />}
      <ChampTexte name="nom" label="Nom" defaultValue={territoire?.nom} error={!!refus.nom} helperText={refus.nom} />
      <ChampTexte
        name="communes"
        label="Communes"
        multiline
        minRows={4}
        maxRows={16}
        defaultValue={territoire?.communes.join('\n')}
        error={!!refus.communes}
        helperText={refus.communes ?? 'Une par ligne ou séparées par des virgules\u00a0: nom, ou code INSEE.'}
      />
      <Button type="submit" variant="contained" disabled={envoi.state !== 'idle'}>
        {territoire ? 'Enregistrer' : 'Ajouter ce territoire'}
      </Button>
    </Formulaire>
  )
}

/** The territoires, each with its communes, which are changed or taken away there. */
export const Territoires = ({ territoires }: { territoires: readonly Territoire[] }) => (
  <ul className={css.liste}>
    {territoires.map((territoire) => (
      <li key={territoire.id}>
        <details>
          <summary>
            <strong>{territoire.nom}</strong> · {compter(territoire.communes.length, 'commune')}
          </summary>
          <TerritoireForm key={territoire.version} territoire={territoire} reponse={undefined} />
          <Supprimer {...territoire} />
        </details>
      </li>
    ))}
  </ul>
)

function Supprimer(reglage: Territoire) {
  const envoi = useEnvoi<Reponse>({ nom: 'territoire', objet: `${reglage.id} suppression` })
  return <ReglageSupprime {...reglage} envoi={envoi} quoi="territoire" />
}
