import { Button } from '@mui/material'
import { useState } from 'react'
import { USAGES_TEXTE, type UsageTexte } from '#domain/texte-type/texte-type'
import { LIBELLE_USAGE_TEXTE, variablesDites } from '#libelles/texte-type/texte-type'
import { Retour } from '#ui/kit/acte/retour'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse, useFoyerDuRefus } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import css from '#ui/kit/formulaire/reglages.module.css'

export type TexteLu = {
  id: string
  usage: UsageTexte
  nom: string
  corps: string
  campagne: string
  version: number
  versions: readonly { numero: number; nom: string; corps: string; agent: string; creeLe: Date }[]
}
export type CampagneChoisie = { code: string; libelle: string }

const CHAMPS = ['usage', 'nom', 'corps', 'campagne']

/** Which words are acted on, and as they were on the screen. */
export const Vise = ({ id, version }: { id: string; version: number }) => (
  <>
    <input type="hidden" name="id" value={id} />
    <input type="hidden" name="version" value={version} />
  </>
)

type Props = {
  /** Absent for new ones. */
  texte?: TexteLu
  campagnes: readonly CampagneChoisie[]
  /** What the act answered where there is no script. */
  reponse: Reponse | undefined
}

/** Where ready words are offered, for which campagne, under which name, and the words. */
export function TexteTypeForm({ texte, campagnes, reponse: sansScript }: Props) {
  const envoi = useEnvoi<Reponse>({ nom: 'texteType', objet: texte?.id ?? 'nouveau' })
  const reponse = envoi.data ?? sansScript
  const [usage, setUsage] = useState<UsageTexte>(texte?.usage ?? 'MESSAGE')
  const refus = (champ: string, aide?: string) => {
    const phrase = erreurDe(reponse, champ)
    return { error: Boolean(phrase), helperText: phrase ?? aide }
  }
  return (
    <Formulaire
      envoi={envoi}
      ref={useFoyerDuRefus(reponse)}
      noValidate
      aria-label={texte ? `Modifier ${texte.nom}` : 'Ajouter un texte'}
      className={css.formulaire}
    >
      <FormErreur reponse={reponse} champs={CHAMPS} />
      <input type="hidden" name="intent" value={texte ? 'modifier' : 'creer'} />
      {texte ? (
        <Vise {...texte} />
      ) : (
        <ChampChoix
          name="usage"
          label="Où il est proposé"
          value={usage}
          onChange={({ target }) => setUsage(USAGES_TEXTE.find((un) => un === target.value) ?? 'MESSAGE')}
          {...refus('usage')}
        >
          {USAGES_TEXTE.map((un) => (
            <option key={un} value={un}>
              {LIBELLE_USAGE_TEXTE[un]}
            </option>
          ))}
        </ChampChoix>
      )}
      <ChampChoix name="campagne" label="Pour" defaultValue={texte?.campagne ?? ''} {...refus('campagne')}>
        <option value="">Toutes les campagnes</option>
        {campagnes.map(({ code, libelle }) => (
          <option key={code} value={code}>
            {libelle}
          </option>
        ))}
      </ChampChoix>
      <ChampTexte name="nom" label="Nom" defaultValue={texte?.nom} {...refus('nom')} />
      <ChampTexte
        name="corps"
        label="Texte"
        multiline
        minRows={3}
        maxRows={16}
        defaultValue={texte?.corps}
        {...refus('corps', variablesDites(usage))}
      />
      <Button type="submit" variant="contained" disabled={envoi.state !== 'idle'}>
        {texte ? 'Enregistrer' : 'Ajouter ce texte'}
      </Button>
      {texte && <Retour de="modifierTexteType" />}
    </Formulaire>
  )
}
