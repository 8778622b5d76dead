import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import ErrorOutlined from '@mui/icons-material/ErrorOutlineOutlined'
import TaskAltOutlined from '@mui/icons-material/TaskAltOutlined'
import { Box, Button, InputAdornment, TextField } from '@mui/material'
import { useFetcher } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { type Forme, formeDe, LONGUEUR_MAX_CHAMP, type ChampEnregistre } from '#domain/pre-projet/champs'
import type { Champ } from '#domain/pre-projet/fiche'
import { plier } from '#domain/texte'
import { phraseSource, valeurEnMots, valeurEnSaisie } from '#libelles/fiche'
import { LIBELLE_CHAMP, LIBELLE_DOUTE } from '#libelles/fiche-lue'
import { formatInstant } from '#libelles/temps'
import { Etiquette } from '#ui/etat-chip'

type Saisie = { texte: string }

const CLAVIERS: Partial<Record<Forme, 'numeric' | 'decimal' | 'email'>> = {
  NOMBRE: 'numeric',
  SIRET: 'numeric',
  CODE_POSTAL: 'numeric',
  MONTANT: 'decimal',
  COURRIEL: 'email',
}

export type ReponseFiche = { soumission: SubmissionResult | null; fait: boolean } | undefined

type Props = {
  champ: Champ
  garde: ChampEnregistre | undefined
  aRelire: boolean
  version: number
  /** May this agent confirm. */
  peut: boolean
  /** Another field is on its way: two at once would be two versions. */
  occupe: boolean
  onRegarder: (garde: ChampEnregistre | undefined) => void
  onConfirme: (champ: Champ) => void
}

/** One field of the fiche: its value to confirm or correct, the words it was read from, where, and how sure. */
export function FicheChamp({ champ, garde, aRelire, version, peut, occupe, onRegarder, onConfirme }: Props) {
  const fetcher = useFetcher<ReponseFiche>()
  const valeur = valeurEnSaisie(champ, garde?.valeur ?? null)
  const [form, fields] = useForm<Saisie>({
    id: `champ-${champ}`,
    lastResult: fetcher.state === 'idle' ? (fetcher.data?.soumission ?? null) : null,
  })
  const forme = formeDe(champ)
  const confirme = useRef(false)
  useEffect(() => {
    if (fetcher.state !== 'idle') confirme.current = true
    else if (confirme.current) {
      confirme.current = false
      if (fetcher.data?.fait) onConfirme(champ)
    }
  }, [fetcher.state, fetcher.data, onConfirme, champ])
  return (
    <fetcher.Form method="post" {...getFormProps(form)} onFocus={() => onRegarder(garde)}>
      <input type="hidden" name="intent" value="confirmer" />
      <input type="hidden" name="champ" value={champ} />
      <input type="hidden" name="version" value={version} />
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
        <TextField
          key={`${champ}-${valeur}`}
          id={fields.texte.id}
          name={fields.texte.name}
          type={forme === 'JOUR' ? 'date' : 'text'}
          defaultValue={forme === 'JOUR' ? (garde?.valeur ?? '') : valeur}
          label={LIBELLE_CHAMP[champ]}
          multiline={forme === 'LONG'}
          maxRows={8}
          error={Boolean(fields.texte.errors)}
          helperText={fields.texte.errors?.[0]}
          slotProps={{
            htmlInput: {
              maxLength: LONGUEUR_MAX_CHAMP,
              readOnly: !peut,
              'aria-describedby': `${fields.texte.errors ? `${fields.texte.errorId} ` : ''}lecture-${champ}`,
              'aria-invalid': fields.texte.errors ? true : undefined,
              inputMode: CLAVIERS[forme],
            },
            formHelperText: { id: fields.texte.errorId },
            inputLabel: forme === 'JOUR' ? { shrink: true } : {},
            input: forme === 'MONTANT' ? { endAdornment: <InputAdornment position="end">€</InputAdornment> } : {},
          }}
        />
        {peut && (
          <Button
            type="submit"
            variant={aRelire ? 'contained' : 'outlined'}
            aria-label={`${garde?.confirme ? 'Corriger' : 'Confirmer'} ${LIBELLE_CHAMP[champ]}`}
            disabled={occupe || fetcher.state !== 'idle'}
            sx={{ minHeight: 40, flexShrink: 0, width: 104 }}
          >
            {garde?.confirme ? 'Corriger' : 'Confirmer'}
          </Button>
        )}
      </Box>
      <Lecture {...{ champ, garde, aRelire }} />
    </fetcher.Form>
  )
}

const serrer = (texte: string) => plier(texte).replace(/ /g, '')

/** The words read say no more than the value beside them. */
const seLitPareil = (lu: string, valeur: string) => serrer(lu) === serrer(valeur)

/** How the value came to be there. */
function Lecture({ champ, garde, aRelire }: Pick<Props, 'champ' | 'garde' | 'aRelire'>) {
  const lus =
    garde?.texteLu && !seLitPareil(garde.texteLu, valeurEnSaisie(champ, garde.valeur))
      ? `«\u00A0${garde.texteLu.slice(0, 160)}\u00A0»`
      : ''
  const source = garde ? phraseSource(garde) : ''
  return (
    <Box
      id={`lecture-${champ}`}
      sx={{ fontSize: '0.8125rem', color: 'text.secondary', mt: 0.25, overflowWrap: 'anywhere' }}
    >
      {aRelire && (
        <Box>
          <Etiquette Icone={ErrorOutlined} ton="incomplet">
            {garde?.doute
              ? LIBELLE_DOUTE[garde.doute]
              : garde
                ? 'À vérifier.'
                : 'La fiche ne le dit pas\u00A0: à saisir, ou à confirmer vide.'}
          </Etiquette>
        </Box>
      )}
      {garde?.confirme ? (
        <Etiquette Icone={TaskAltOutlined} ton="accorde">
          Confirmé par {garde.confirme.par} le {formatInstant(new Date(garde.confirme.le))}
        </Etiquette>
      ) : (
        garde && !aRelire && <span>Lecture sûre</span>
      )}
      {(lus || source) && (
        <span>
          {garde?.confirme || !aRelire ? ' · ' : ''}
          {lus ? `Lu\u00A0: ${lus}` : 'Lu'}
          {source && ` dans ${source}`}
        </span>
      )}
      {garde?.valeurLue !== undefined && garde.valeurLue !== null && (
        <span>
          {' '}
          · La fiche disait{'\u00A0'}: {valeurEnMots(champ, garde.valeurLue)}
        </span>
      )}
    </Box>
  )
}
